#include "table.hpp"

#include <algorithm>
#include <filesystem>

#include "text.hpp"
#include "text/terminal_text.hpp"

namespace burn_album {
namespace {

constexpr std::size_t min_columns = 40;

/// "No  Length  " before the texts, and two spaces between them.
constexpr std::size_t columns_beside_texts = 14;

/// What has no title is called by its file.
std::string name_of(const Track &track, const Album &album) {
  if (!track.texts.title.empty()) return track.texts.title;
  return std::filesystem::path{album.sources[track.source].name}.filename();
}

std::string line_of(std::string number, const std::string &length,
                    const std::string &title, const std::string &performer,
                    std::size_t columns) {
  const auto texts = std::max(columns, min_columns) - columns_beside_texts;
  number.insert(0, number.size() < 2 ? 2 - number.size() : 0, ' ');
  auto line = number + "  " +
              std::string(6 - std::min<std::size_t>(6, length.size()), ' ') + length +
              "  " + fitted(title, texts * 3 / 5) + "  " +
              fitted(performer, texts - texts * 3 / 5);
  line.erase(line.find_last_not_of(' ') + 1);
  return line + '\n';
}

std::string sum_of(const Album &album, const Room &room) {
  const auto before = counted(album.tracks.size(), "track") + ", " +
                      (room.is_guess ? "about " : "") + minutes(room.used);
  if (room.left() < 0)
    return before + ": " + (room.is_guess ? "perhaps " : "") + minutes(-room.left()) +
           " too long for the disc, which holds " + minutes(room.capacity) + "\n";
  return before + " of " + minutes(room.capacity) + ": " + minutes(room.left()) +
         " are left\n";
}

std::string heading_of(const Album &album) {
  const auto title = redbook::terminal_text(album.texts.title);
  const auto performer = redbook::terminal_text(album.texts.performer);
  if (title.empty() && performer.empty()) return {};
  return title + (title.empty() || performer.empty() ? "" : ", ") + performer + "\n\n";
}

}  // namespace

std::string table_of(const Album &album, const Room &room, std::size_t columns) {
  auto table = heading_of(album) + line_of("No", "Length", "Title", "Performer", columns);
  int number = 0;
  for (const auto &track : album.tracks)
    table += line_of(std::to_string(++number), minutes(blocks_for(track.length)),
                     name_of(track, album), track.texts.performer, columns);
  return table + "\n" + sum_of(album, room);
}

}  // namespace burn_album
