// Schemes, hosts and paths by their slashes.
#include "indexer/readers/web_link.h"

#include <algorithm>
#include <cstddef>

namespace gazette::indexer {

std::string absolute_link(const std::string& link, const std::string& base) {
  if (link.empty() || link.find("://") != std::string::npos) return link;
  const std::size_t host = base.find("://");
  if (host == std::string::npos) return link.starts_with("//") ? "https:" + link : link;
  if (link.starts_with("//")) return base.substr(0, host + 1) + link;
  const std::size_t path = std::min(base.find('/', host + 3), base.size());
  if (link.starts_with('/')) return base.substr(0, path) + link;
  const std::size_t folder = base.rfind('/');
  return (folder < path ? base + '/' : base.substr(0, folder + 1)) + link;
}

std::string unescaped_link(std::string link) {
  for (std::size_t at; (at = link.find("&amp;")) != std::string::npos;) link.erase(at + 1, 4);
  return link;
}

}  // namespace gazette::indexer
