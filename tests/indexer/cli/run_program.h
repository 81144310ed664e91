// Runs the real program: arguments, standard input, signals; what it wrote and how it ended.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace gazette::testing {

struct Ended {
  int code = -1;  ///< exit code; 128 + signal when one ended it
  std::string out, err;
};

/// A program under way. Its output is read when it has ended.
class Running {
 public:
  /// `arguments` without the program's name; `environment` are "NAME=value" added to ours.
  Running(const std::string& program, const std::vector<std::string>& arguments,
          const std::vector<std::string>& environment = {});
  ~Running();
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  /// To its standard input; false when it no longer reads.
  bool write(const std::string& text);
  void close_input();
  void signal(int number) const;
  /// Waits for its end; its input is closed first, unless it is to be kept waiting for more.
  Ended wait(bool input_goes_on = false);

 private:
  pid_t pid_ = -1;
  int input_ = -1;
  std::string out_path_, err_path_;
  bool ended_ = false;
};

/// Runs to the end.
Ended run_program(const std::string& program, const std::vector<std::string>& arguments,
                  const std::string& input = "", const std::vector<std::string>& environment = {});

}  // namespace gazette::testing
