// The command line for each system: what its package is called, and what its compiler links into it.
const common = "/usr/share/common-licenses";
const doc = (name) => `/usr/share/doc/${name}/copyright`;

const glibc = (debian) => ({ name: "glibc", debian, licence: "LGPL-2.1-or-later" });
const gcc = (debian) => ({ name: "gcc-runtime", debian, licence: "GPL-3.0-or-later WITH GCC-exception-3.1" });
const gpl = { name: "GNU General Public License, version 3", path: `${common}/GPL-3` };
const linux = (libc, libstdcxx) => ({
  program: "nianbao",
  archive: "tar.gz",
  runtime: [glibc(libc), gcc(libstdcxx)],
  licences: [
    { name: "GNU C Library", path: doc(libc) },
    { name: "GNU Lesser General Public License, version 2.1", path: `${common}/LGPL-2.1` },
    { name: "libstdc++, libgcc", path: doc(libstdcxx) },
    gpl,
  ],
});

export const programs = {
  "linux-x86_64": linux("libc6-dev", "libstdc++-12-dev"),
  "linux-aarch64": linux("libc6-dev-arm64-cross", "libstdc++-12-dev-arm64-cross"),
  "windows-x86_64": {
    program: "nianbao.exe",
    archive: "zip",
    runtime: [
      { name: "mingw-w64", debian: "mingw-w64-x86-64-dev", licence: "ZPL-2.1" },
      gcc("gcc-mingw-w64-x86-64-posix-runtime"),
    ],
    licences: [
      { name: "mingw-w64", path: doc("mingw-w64-x86-64-dev") },
      { name: "libstdc++, libgcc", path: doc("gcc-mingw-w64-x86-64-posix-runtime") },
      gpl,
    ],
  },
};
