// glob, which finds the pretend device nodes too.

#include <fnmatch.h>
#include <glob.h>

#include "test_drive/preload/next.hpp"
#include "test_drive/preload/nodes.hpp"

namespace redbook::drive {
namespace {

using OnError = int (*)(const char *, int);
using Glob = int(const char *, int, OnError, glob_t *);

static_assert(sizeof(glob_t) == sizeof(glob64_t));

/// Has the real glob add our path: a pattern without wildcards that matches nothing is
/// added as it is under GLOB_NOCHECK.
int add(Glob *function, const Node &node, int flags, OnError on_error, glob_t *found) {
  return function(node.path().c_str(), flags | GLOB_NOCHECK | GLOB_APPEND, on_error,
                  found);
}

int glob_with_ours(const char *pattern, int flags, OnError on_error, glob_t *found) {
  static const auto function = next<Glob>("glob");
  const bool literal = node_at(pattern).has_value();
  int outcome =
      function(pattern, literal ? flags | GLOB_NOCHECK : flags, on_error, found);
  if (literal || (outcome != 0 && outcome != GLOB_NOMATCH)) return outcome;
  for (const auto &node : all_nodes())
    if (::fnmatch(pattern, node.path().c_str(), FNM_PATHNAME | FNM_PERIOD) == 0)
      outcome = add(function, node, flags, on_error, found);
  return outcome;
}

}  // namespace
}  // namespace redbook::drive

using namespace redbook::drive;

REDBOOK_ANSWERS int glob(const char *pattern, int flags,
                         int (*on_error)(const char *, int), glob_t *found) noexcept {
  return glob_with_ours(pattern, flags, on_error, found);
}

REDBOOK_ANSWERS int glob64(const char *pattern, int flags,
                           int (*on_error)(const char *, int), glob64_t *found) noexcept {
  return glob_with_ours(pattern, flags, on_error, reinterpret_cast<glob_t *>(found));
}
