// fork and exec with the outputs in files, so that neither side waits for the other.
#include "tests/indexer/cli/run_program.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace gazette::testing {
namespace {

std::string temporary_file() {
  std::string path = (std::filesystem::temp_directory_path() / "gazette-run-XXXXXX").string();
  const int fd = mkstemp(path.data());
  if (fd < 0) throw std::runtime_error("mkstemp");
  close(fd);
  return path;
}

std::string take_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  unlink(path.c_str());
  return text;
}

void redirect(const std::string& path, int to) {
  const int fd = open(path.c_str(), O_WRONLY | O_TRUNC);
  dup2(fd, to);
  close(fd);
}

}  // namespace

Running::Running(const std::string& program, const std::vector<std::string>& arguments,
                 const std::vector<std::string>& environment)
    : out_path_(temporary_file()), err_path_(temporary_file()) {
  ::signal(SIGPIPE, SIG_IGN);
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("pipe");
  std::vector<char*> argv = {const_cast<char*>(program.c_str())};
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  pid_ = fork();
  if (pid_ < 0) throw std::runtime_error("fork");
  if (pid_ == 0) {
    dup2(ends[0], STDIN_FILENO);
    redirect(out_path_, STDOUT_FILENO);
    redirect(err_path_, STDERR_FILENO);
    ::signal(SIGPIPE, SIG_DFL);
    for (const std::string& variable : environment) putenv(const_cast<char*>(variable.c_str()));
    execv(program.c_str(), argv.data());
    _exit(127);
  }
  close(ends[0]);
  input_ = ends[1];
}

Running::~Running() {
  if (!ended_) {
    kill(pid_, SIGKILL);
    wait();
  }
}

bool Running::write(const std::string& text) {
  for (std::size_t done = 0; done < text.size();) {
    const ssize_t written = ::write(input_, text.data() + done, text.size() - done);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    done += static_cast<std::size_t>(written);
  }
  return true;
}

void Running::close_input() {
  if (input_ >= 0) close(input_);
  input_ = -1;
}

void Running::signal(int number) const { kill(pid_, number); }

Ended Running::wait(bool input_goes_on) {
  if (!input_goes_on) close_input();
  int status = 0;
  while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  ended_ = true;
  close_input();
  Ended out;
  out.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  out.out = take_file(out_path_);
  out.err = take_file(err_path_);
  return out;
}

Ended run_program(const std::string& program, const std::vector<std::string>& arguments,
                  const std::string& input, const std::vector<std::string>& environment) {
  Running running(program, arguments, environment);
  running.write(input);
  return running.wait();
}

}  // namespace gazette::testing
