#include "disc_description.hpp"

#include <utility>

namespace redbook {
namespace {

// What all tracks have is the disc's, where it has nothing of its own.
void share(Disc &disc, std::string Texts::*text) {
  if (!(disc.texts.*text).empty() || disc.tracks.empty()) return;
  const auto &first = disc.tracks.front().texts.*text;
  for (const auto &track : disc.tracks)
    if (track.texts.*text != first) return;
  disc.texts.*text = first;
}

OwnedTags merged_tags(const DiscTags &from_streams, GstElement *element) {
  auto *setter = GST_TAG_SETTER(element);
  const auto streams = tag_list_of(from_streams, 0);
  return OwnedTags{gst_tag_list_merge(gst_tag_setter_get_tag_list(setter), streams.get(),
                                      gst_tag_setter_get_tag_merge_mode(setter))};
}

// What an application calls the disc without saying album: its title, its artist.
Texts application_texts(const GstTagList *tags) {
  auto texts = texts_of(tags);
  const auto album = disc_tags_of(tags).texts;
  if (!album.title.empty()) texts.title = album.title;
  if (!album.performer.empty()) texts.performer = album.performer;
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
  return disc;
}

Linted mastered(Disc disc, const Settings &settings) {
  auto checked = lint(std::move(disc), settings.disc_capacity());
  if (!settings.cd_text || !checked.can_be_made()) return checked;
  for (auto &finding : add_cdtext(checked.disc, settings.cd_text_overflow))
    checked.findings.push_back(std::move(finding));
  return checked;
}

}  // namespace redbook
