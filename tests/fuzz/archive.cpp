// A zip of reports: members lie inside the bytes, are unpacked to the size they announce, and a copy of the
// archive has the same entries with the same content.
#include "input/archive.h"

#include "output/zip_writer.h"
#include "target.h"

using namespace nianbao;

namespace {

void copy_holds(const ZipFile& zip) {
  ZipWriter writer;
  std::vector<const ZipFile::Entry*> copied;
  for (const ZipFile::Entry& entry : zip.entries())
    if (writer.copy(zip, entry)) copied.push_back(&entry);
  const std::string bytes = writer.finish();
  const Result<ZipFile> again = ZipFile::open(bytes);
  if (copied.empty()) return;
  if (!again || again.value().entries().size() != copied.size())
    fuzz::must_hold("a copied archive lost entries");
  for (std::size_t i = 0; i < copied.size(); ++i) {
    const ZipFile::Entry& entry = again.value().entries()[i];
    if (entry.name != copied[i]->name) fuzz::must_hold("a copied entry has another name");
    const Result<std::string> before = zip.read(*copied[i]), after = again.value().read(entry);
    if (before.ok() != after.ok() || (before && before.value() != after.value()))
      fuzz::must_hold("a copied entry has other content");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::view(data, size);
  if (const Result<ZipFile> zip = ZipFile::open(bytes)) copy_holds(zip.value());
  is_archive(bytes);
  const Result<ArchiveListing> listing = list_archive(bytes);
  if (!listing) return 0;
  for (const ArchiveMember& member : listing.value().members) {
    if (member.packed.begin > member.packed.end || member.packed.end > size)
      fuzz::must_hold("a member outside");
    const auto content = unpack(bytes.substr(member.packed.begin, member.packed.size()), member);
    if (content && content.value().size() != member.entry.size) fuzz::must_hold("a member of another size");
  }
  return 0;
}
