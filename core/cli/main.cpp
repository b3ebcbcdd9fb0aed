// The command line: files in, results out.
#include <unistd.h>

#include <iostream>
#include <new>

#include "cli/check_command.h"
#include "cli/command_line.h"
#include "cli/complaint.h"
#include "cli/platform.h"

int main(int argc, char** argv) {
  // Where memory runs out there is nothing left to say it with but what is here already.
  std::set_new_handler([] {
    constexpr char words[] = "nianbao: 内存不够，没有查完\n";
    if (write(STDERR_FILENO, words, sizeof words - 1) < 0) _exit(nianbao::exit_unread);
    _exit(nianbao::exit_unread);
  });
  const nianbao::StandardStreams streams;
  const int status = nianbao::command_line(nianbao::words_of_command(argc, argv));
  // A full disk behind standard output is found out here at the latest.
  return std::cout.flush() ? status : nianbao::complain("结果没有写完：标准输出写不进去");
}
