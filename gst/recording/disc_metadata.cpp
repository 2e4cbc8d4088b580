#include "recording/disc_metadata.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "image/image_format.hpp"
#include "metadata/application.hpp"

namespace redbook {
namespace {

template <typename Value>
void move_onto(std::vector<Value> &values, std::vector<Value> more) {
  std::move(more.begin(), more.end(), std::back_inserter(values));
}

// What all tracks have is the disc's, if it has nothing of its own.
void share(Disc &disc, std::string Texts::*text) {
  if (!(disc.texts.*text).empty() || disc.tracks.empty()) return;
  const auto &first = disc.tracks.front().texts.*text;
  for (const auto &track : disc.tracks)
    if (track.texts.*text != first) return;
  disc.texts.*text = first;
}

bool has_translated(const Texts &texts, const std::string &language,
                    std::string Texts::*item) {
  return std::any_of(texts.translated.begin(), texts.translated.end(), [&](auto &text) {
    return text.language == language && text.item == item;
  });
}

// The same with what is translated, but for titles and messages, which are each track's.
void share_translated(Disc &disc) {
  if (disc.tracks.empty()) return;
  for (const auto &text : disc.tracks.front().texts.translated) {
    if (text.item == &Texts::title || text.item == &Texts::message) continue;
    if (has_translated(disc.texts, text.language, text.item)) continue;
    if (std::all_of(disc.tracks.begin(), disc.tracks.end(), [&text](auto &track) {
          const auto &all = track.texts.translated;
          return std::find(all.begin(), all.end(), text) != all.end();
        }))
      disc.texts.translated.push_back(text);
  }
}

OwnedTags merged_tags(const DiscTags &from_streams, GstElement *element) {
  const auto application = tags_of_application(element);
  const auto streams = tag_list_of(from_streams, 0);
  return OwnedTags{
      gst_tag_list_merge(application.tags.get(), streams.get(), application.mode)};
}

// What an application calls the disc without saying album: its title, its artist.
Texts application_texts(const GstTagList *tags) {
  auto texts = texts_of(tags);
  auto album = disc_tags_of(tags).texts;
  if (!album.title.empty()) texts.title = album.title;
  if (!album.performer.empty()) texts.performer = album.performer;
  move_onto(album.translated, std::move(texts.translated));  // the first of two counts
  texts.translated = std::move(album.translated);
  return texts;
}

void prefer(std::string &text, const std::string &property) {
  if (!property.empty()) text = property;
}

void prefer_properties(Disc &disc, const Settings &settings) {
  prefer(disc.mcn, settings.media_catalog_number);
  prefer(disc.texts.title, settings.disc_title);
  prefer(disc.texts.performer, settings.disc_artist);
  prefer(disc.texts.songwriter, settings.disc_songwriter);
  prefer(disc.texts.composer, settings.disc_composer);
  prefer(disc.texts.arranger, settings.disc_arranger);
  prefer(disc.texts.message, settings.disc_message);
  prefer(disc.genre, settings.disc_genre);
  prefer(disc.language, settings.cd_text_language);
}

std::vector<std::string> words_of(const std::string &list) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : list + ',') {
    if (c != ',' && c != ' ') word += c;
    if (c == ',' && !word.empty()) words.push_back(std::exchange(word, {}));
  }
  return words;
}

// A disc that is no image holds what the Red Book does, as a DDP set does.
const ImageKind &image_kind_of(const Settings &settings) {
  if (settings.location.empty()) return ddp_image;
  return kind_of(format_of(settings.location, settings.image_format));
}

}  // namespace

Disc described(Disc disc, const DiscTags &from_streams, const Settings &settings,
               GstElement *setter) {
  const auto merged = merged_tags(from_streams, setter);
  const auto tags = disc_tags_of(merged.get());
  disc.texts = application_texts(merged.get());
  disc.genre = tags.genre;
  disc.mcn = tags.mcn;
  disc.language = tags.language;
  prefer_properties(disc, settings);
  for (const auto text :
       {&Texts::performer, &Texts::songwriter, &Texts::composer, &Texts::arranger})
    share(disc, text);
  share_translated(disc);
  return disc;
}

Linted mastered(Disc disc, const Settings &settings) {
  auto checked = lint(std::move(disc), settings.disc_capacity());
  if (!checked.can_be_made()) return checked;
  const auto &kind = image_kind_of(settings);
  if (settings.cd_text)
    move_onto(checked.findings,
              add_cdtext(checked.disc, {settings.cd_text_overflow, kind.holds_ms_jis,
                                        words_of(settings.cd_text_languages)}));
  move_onto(checked.findings, kind.findings(checked.disc));
  return checked;
}

}  // namespace redbook
