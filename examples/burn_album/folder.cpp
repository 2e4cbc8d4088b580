#include "folder.hpp"

#include <gst/gst.h>

#include <algorithm>
#include <set>
#include <string>

#include "failure.hpp"
#include "files.hpp"
#include "owned.hpp"

namespace burn_album {
namespace {

using Paths = std::vector<std::filesystem::path>;
using OwnedFactories = std::unique_ptr<GList, Release<gst_plugin_feature_list_free>>;

/// Of audio that GStreamer does not call audio/.
const std::set<std::string> further_endings{"ape", "m4a",  "mka", "mp3", "oga",
                                            "ogg", "opus", "wma", "wv"};

bool is_of_audio(GstTypeFindFactory *factory) {
  const std::string name{GST_OBJECT_NAME(factory)};
  return name.starts_with("audio/") && !name.ends_with("-correction");
}

std::set<std::string> known_endings() {
  auto endings = further_endings;
  const OwnedFactories factories{gst_type_find_factory_get_list()};
  for (auto *at = factories.get(); at; at = at->next) {
    auto *factory = GST_TYPE_FIND_FACTORY(at->data);
    const auto *const *known = gst_type_find_factory_get_extensions(factory);
    if (!known || !is_of_audio(factory)) continue;
    for (; *known; ++known) endings.insert(*known);
  }
  return endings;
}

std::string sort_key(const std::filesystem::path &path) {
  const auto name = taken(g_filename_display_name(path.filename().c_str()));
  return taken(g_utf8_collate_key_for_filename(name.c_str(), -1));
}

template <typename Wanted>
Paths files_in(const std::filesystem::path &folder, Wanted wanted) {
  Paths files;
  std::error_code error;
  for (std::filesystem::directory_iterator at{folder, error}, end; !error && at != end;
       at.increment(error)) {
    const auto &path = at->path();
    if (is_file(path) && !path.filename().string().starts_with('.') &&
        wanted(ending_of(path)))
      files.push_back(path);
  }
  if (error) throw input_failure(folder.string() + " can't be read.");
  std::sort(files.begin(), files.end(), [](const auto &a, const auto &b) {
    return std::pair{sort_key(a), a} < std::pair{sort_key(b), b};
  });
  return files;
}

}  // namespace

std::vector<std::string> endings_of_music() {
  std::vector<std::string> endings;
  for (const auto &ending : known_endings()) endings.push_back('.' + ending);
  return endings;
}

Paths music_in(const std::filesystem::path &folder) {
  const auto endings = known_endings();
  return files_in(folder, [&](const std::string &ending) {
    return !ending.empty() && endings.contains(ending.substr(1));
  });
}

Paths cue_sheets_in(const std::filesystem::path &folder) {
  return files_in(folder, [](const std::string &ending) { return ending == ".cue"; });
}

}  // namespace burn_album
