#include "playlist.hpp"

#include <glib.h>

#include <sstream>

#include "failure.hpp"
#include "files.hpp"
#include "owned.hpp"

namespace burn_album {
namespace {

using Entries = std::vector<std::string>;
using OwnedKeyFile = std::unique_ptr<GKeyFile, Release<g_key_file_free>>;
using OwnedMarkup =
    std::unique_ptr<GMarkupParseContext, Release<g_markup_parse_context_free>>;

Failure damaged(const std::filesystem::path &path, const GError *error) {
  return input_failure(path.string() + " is damaged: " + error->message + ".");
}

Entries entries_of_m3u(const std::string &content) {
  Entries entries;
  std::istringstream lines{content};
  for (std::string line; std::getline(lines, line);) {
    line = taken(g_strstrip(g_strdup(line.c_str())));
    if (!line.empty() && line.front() != '#') entries.push_back(line);
  }
  return entries;
}

/// File1, File2, ... up to the first number that is missing.
Entries entries_of_pls(const std::string &content, const std::filesystem::path &path) {
  const OwnedKeyFile file{g_key_file_new()};
  GError *error = nullptr;
  g_key_file_load_from_data(file.get(), content.data(), content.size(), G_KEY_FILE_NONE,
                            &error);
  const OwnedError owned{error};
  if (error) throw damaged(path, error);
  Entries entries;
  for (int number = 1;; ++number) {
    const auto key = "File" + std::to_string(number);
    auto value =
        taken(g_key_file_get_value(file.get(), "playlist", key.c_str(), nullptr));
    if (value.empty()) return entries;
    entries.push_back(std::move(value));
  }
}

/// The <location> of a <track>, which is a URI reference. A <track> may have several, of
/// which the first is to be taken; those elsewhere say where the playlist came from.
struct Xspf {
  Entries entries{};
  bool in_track = false;
  bool in_location = false;
  std::string location{};

  static Xspf &of(gpointer data) { return *static_cast<Xspf *>(data); }

  void begin(const std::string &element) {
    if (element == "track") in_track = true;
    in_location = in_track && element == "location" && location.empty();
  }

  void end(const std::string &element) {
    in_location = false;
    if (element != "track") return;
    if (!location.empty()) entries.push_back(std::move(location));
    location.clear();
    in_track = false;
  }

  void take(const gchar *text, gsize size) {
    if (in_location) location.append(text, size);
  }
};

constexpr GMarkupParser xspf_parser{
    [](GMarkupParseContext *, const gchar *name, const gchar **, const gchar **,
       gpointer data, GError **) { Xspf::of(data).begin(name); },
    [](GMarkupParseContext *, const gchar *name, gpointer data, GError **) {
      Xspf::of(data).end(name);
    },
    [](GMarkupParseContext *, const gchar *text, gsize size, gpointer data, GError **) {
      Xspf::of(data).take(text, size);
    },
    nullptr, nullptr};

/// Names in it are escaped, since they are URI references: "My%20Song.flac".
std::string unescaped(const std::string &reference) {
  auto location = taken(g_strstrip(g_strdup(reference.c_str())));
  if (is_uri(location)) return location;
  auto path = taken(g_uri_unescape_string(location.c_str(), nullptr));
  return path.empty() ? location : path;
}

Entries entries_of_xspf(const std::string &content, const std::filesystem::path &path) {
  Xspf xspf;
  const OwnedMarkup parser{g_markup_parse_context_new(
      &xspf_parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &xspf, nullptr)};
  GError *error = nullptr;
  if (g_markup_parse_context_parse(parser.get(), content.data(),
                                   static_cast<gssize>(content.size()), &error))
    g_markup_parse_context_end_parse(parser.get(), &error);
  const OwnedError owned{error};
  if (error) throw damaged(path, error);
  for (auto &entry : xspf.entries) entry = unescaped(entry);
  return xspf.entries;
}

Entries entries_in(const std::filesystem::path &path) {
  const auto content = without_byte_order_mark(content_of(path));
  const auto ending = ending_of(path);
  if (ending == ".pls") return entries_of_pls(content, path);
  if (ending == ".xspf") return entries_of_xspf(content, path);
  return entries_of_m3u(content);
}

}  // namespace

bool is_playlist(const std::filesystem::path &path) {
  const auto ending = ending_of(path);
  return ending == ".m3u" || ending == ".m3u8" || ending == ".pls" || ending == ".xspf";
}

std::vector<std::string> entries_of_playlist(const std::filesystem::path &path) {
  auto entries = entries_in(path);
  if (entries.empty()) throw input_failure(path.string() + " names no music.");
  for (auto &entry : entries) entry = resolved(entry, path.parent_path());
  return entries;
}

}  // namespace burn_album
