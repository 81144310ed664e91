// gazette-server: options in, exit code out.
#include <xapian.h>

#include <cstdio>
#include <exception>

#include "common/cli/language.h"
#include "common/cli/usage_error.h"
#include "server/options.h"
#include "server/program.h"

namespace {

using namespace gazette;

constexpr int kStopped = 0;
constexpr int kFailed = 2;

int run(int argc, char** argv) {
  const server::ServerOptions options = server::parse_options(argc, argv);
  switch (options.command) {
    case server::Command::kHelp:
      std::fputs(server::help_text().c_str(), stdout);
      break;
    case server::Command::kVersion:
      std::fputs(server::version_text().c_str(), stdout);
      break;
    case server::Command::kServe:
      server::serve(options);
      break;
  }
  return kStopped;
}

void complain(const char* what) {
  std::fprintf(stderr, "gazette-server%s%s\n", tr(" : ", ": "), what);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const UsageError& e) {
    complain(e.what());
    std::fprintf(stderr, "%s\n", tr("aide : gazette-server --help", "help: gazette-server --help"));
  } catch (const Xapian::Error& e) {
    complain(e.get_description().c_str());
  } catch (const std::exception& e) {  // SchemaMismatch, system_error: they say it all
    complain(e.what());
  }
  return kFailed;
}
