#include "output/zip_writer.h"

#include <zlib.h>

#include <utility>

namespace nianbao {
namespace {

// A record of the central directory: offsets of its fields.
enum Field : std::size_t {
  needed_version = 6,
  flags = 8,
  method = 10,
  crc_at = 16,
  packed_at = 20,
  size_at = 24,
  name_at = 28,
  extra_at = 30,
  comment_at = 32,
  offset_at = 42,
  record_size = 46
};
constexpr unsigned descriptor_follows = 1u << 3, utf8_name = 1u << 11;

std::string number(std::size_t value, int size) {
  std::string out;
  for (int i = 0; i < size; ++i) out.push_back(static_cast<char>(value >> 8 * i & 0xFF));
  return out;
}

void put(std::string& record, std::size_t at, std::size_t value, int size) {
  record.replace(at, size, number(value, size));
}

std::size_t get(std::string_view record, std::size_t at) {
  return static_cast<unsigned char>(record[at]) |
         static_cast<std::size_t>(static_cast<unsigned char>(record[at + 1])) << 8;
}

// zlib's memory, a quarter of a megabyte, for one content after the other: a desk packs sixty thousand parts
// of notes.
class Deflater {
 public:
  Deflater()
      : good_(deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) ==
              Z_OK) {}
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;
  ~Deflater() { deflateEnd(&stream_); }

  std::string deflated(std::string_view content) {
    if (!good_ || deflateReset(&stream_) != Z_OK) return std::string(content);
    std::string out(deflateBound(&stream_, static_cast<uLong>(content.size())), '\0');
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
    stream_.avail_in = static_cast<uInt>(content.size());
    stream_.next_out = reinterpret_cast<Bytef*>(out.data());
    stream_.avail_out = static_cast<uInt>(out.size());
    ::deflate(&stream_, Z_FINISH);
    out.resize(stream_.total_out);
    return out;
  }

 private:
  z_stream stream_{};
  bool good_;
};

std::string deflated(std::string_view content) {
  thread_local Deflater deflater;
  return deflater.deflated(content);
}

}  // namespace

struct ZipWriter::Packed {
  std::string bytes;
  bool deflated;
  std::size_t size, crc;

  void describe(std::string& record) const {
    put(record, method, deflated ? 8 : 0, 2);
    put(record, crc_at, crc, 4);
    put(record, packed_at, bytes.size(), 4);
    put(record, size_at, size, 4);
  }
};

ZipWriter::Packed ZipWriter::pack(std::string_view content) {
  const std::size_t crc =
      crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size()));
  // A docx is a zip: to pack it once more takes its time and saves a twentieth.
  if (!content.starts_with("PK\x03\x04"))
    if (std::string small = deflated(content); small.size() < content.size())
      return {std::move(small), true, content.size(), crc};
  return {std::string(content), false, content.size(), crc};
}

// The local header says what the record says; sizes stand in it, so no descriptor follows.
void ZipWriter::write(std::string record, std::string_view packed) {
  put(record, flags, get(record, flags) & ~descriptor_follows, 2);
  put(record, offset_at, taken_ + bytes_.size(), 4);
  const std::size_t name = get(record, name_at);
  bytes_ += "PK\x03\x04";
  bytes_ += record.substr(needed_version, extra_at - needed_version);
  bytes_ += number(0, 2);
  bytes_ += record.substr(record_size, name);
  bytes_ += packed;
  directory_ += record;
  ++count_;
}

void ZipWriter::add(std::string_view name, std::string_view content) { add_packed(name, pack(content)); }

void ZipWriter::add_packed(std::string_view name, const Packed& packed) {
  constexpr std::size_t first_day = 1u << 21 | 1u << 16;  // 1980-01-01, in the upper half; 00:00 in the lower
  std::string record = "PK\x01\x02" + number(20, 2) + number(20, 2) + number(utf8_name, 2) + number(0, 2) +
                       number(first_day, 4);
  record.resize(record_size, '\0');
  put(record, name_at, name.size(), 2);
  record += name;
  packed.describe(record);
  write(std::move(record), packed.bytes);
}

Result<bool> ZipWriter::copy(const ZipFile& from, const ZipFile::Entry& entry) {
  const Result<std::string_view> packed = from.packed(entry);
  if (!packed) return packed.error();
  const std::size_t whole =
      record_size + get(entry.record, name_at) + get(entry.record, extra_at) + get(entry.record, comment_at);
  if (entry.record.size() != whole) return Error{ErrorCode::damaged};
  write(std::string(entry.record), packed.value());
  return true;
}

void ZipWriter::replace(const ZipFile::Entry& entry, std::string_view content) {
  std::string record(entry.record.substr(0, record_size + get(entry.record, name_at)));
  put(record, extra_at, 0, 2);
  put(record, comment_at, 0, 2);
  const Packed packed = pack(content);
  packed.describe(record);
  write(std::move(record), packed.bytes);
}

std::string ZipWriter::take() {
  taken_ += bytes_.size();
  return std::exchange(bytes_, {});
}

struct DeflatedContent::Stream {
  z_stream z{};
  std::string packed;
  std::size_t size = 0;
  uLong crc = 0;
};

// With zlib's usual memory, a quarter of a megabyte.
DeflatedContent::DeflatedContent() : stream_(std::make_unique<Stream>()) {
  deflateInit2(&stream_->z, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
}
DeflatedContent::DeflatedContent(DeflatedContent&&) noexcept = default;
DeflatedContent::~DeflatedContent() {
  if (stream_) deflateEnd(&stream_->z);
}

void DeflatedContent::append(std::string_view content) {
  stream_->z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
  stream_->z.avail_in = static_cast<uInt>(content.size());
  stream_->size += content.size();
  stream_->crc = crc32(stream_->crc, stream_->z.next_in, stream_->z.avail_in);
  work(false);
}

void DeflatedContent::work(bool last) {
  constexpr std::size_t piece = 16384;
  z_stream& z = stream_->z;
  do {
    const std::size_t before = stream_->packed.size();
    stream_->packed.resize(before + piece);
    z.next_out = reinterpret_cast<Bytef*>(stream_->packed.data() + before);
    z.avail_out = piece;
    ::deflate(&z, last ? Z_FINISH : Z_NO_FLUSH);
    stream_->packed.resize(before + piece - z.avail_out);
  } while (z.avail_out == 0);
}

void ZipWriter::add(std::string_view name, DeflatedContent content) {
  content.work(true);
  DeflatedContent::Stream& stream = *content.stream_;
  add_packed(name, {std::move(stream.packed), true, stream.size, stream.crc});
}

std::string ZipWriter::finish() {
  const std::size_t begin = taken_ + bytes_.size();
  std::string out = std::move(bytes_);
  out += directory_;
  out += "PK\x05\x06" + number(0, 4) + number(count_, 2) + number(count_, 2) + number(directory_.size(), 4) +
         number(begin, 4) + number(0, 2);
  *this = ZipWriter();
  return out;
}

}  // namespace nianbao
