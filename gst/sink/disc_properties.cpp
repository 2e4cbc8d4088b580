#include "bus/enums.hpp"
#include "sink/property.hpp"

namespace redbook {
namespace {

Property expected_length(const char *name, const char *blurb) {
  auto property = length(name, blurb, &Settings::expected, setting_at_any_time);
  property.set = [](Sink &sink, const GValue *value) {
    sink.set_expected(blocks_in(value));
  };
  return property;
}

Property settle_time(const char *name, const char *blurb) {
  return row(g_param_spec_int64(name, name, blurb, -1, G_MAXINT64, -1, setting),
             &Settings::settle_time, g_value_get_int64, g_value_set_int64);
}

template <typename Member>
auto loudness(Member LoudnessSettings::*member) {
  return [member](Settings &s) -> Member & { return s.loudness.*member; };
}

}  // namespace

Properties disc_properties() {
  return {
      text(
          "location",
          "Disc image to make. The ending says the format: .cue for BIN/CUE, .toc for cdrdao's TOC with a BIN, .ddp for a DDP set. An older image is replaced when the new one is complete. A number in the name, such as album-%02d.cue, counts the images that this element makes, from 1 on; %% is a percent sign",
          &Settings::location),
      choice("image-format", "Format of the disc image", GST_TYPE_REDBOOK_IMAGE_FORMAT,
             &Settings::image_format),
      flag(
          "gapless",
          "Join tracks without adding a sample: what is short of a block at the end of a track is carried over into the next. Else the last block of each track is filled with silence",
          &Settings::gapless),
      length("track-gap", "Blocks (1/75 s) of silence between tracks",
             &Settings::track_gap),
      choice("track-split", "Where tracks begin", GST_TYPE_REDBOOK_TRACK_SPLIT,
             &Settings::track_split),
      flag(
          "hidden-track",
          "Sound before the first entry of a table of contents becomes the pregap of track 1, found by rewinding only, not the beginning of track 1",
          &Settings::hidden_track),
      choice("short-track", "What becomes of a track under 300 blocks (4 s)",
             GST_TYPE_REDBOOK_SHORT_TRACK, &Settings::short_track),
      choice("on-full", "What happens when the disc is full", GST_TYPE_REDBOOK_ON_FULL,
             &Settings::on_full),
      length(
          "capacity",
          "Blocks (1/75 s) that the disc holds. 0: as the medium in the drive, or as an 80 minute disc, 359849",
          &Settings::capacity),
      expected_length(
          "expected-blocks",
          "Blocks that the next track is expected to have, for progress messages and an early warning. 0: unknown. It neither reserves nor limits"),
      text(
          "stash-location",
          "Folder to stage into, which is found again whatever ends the process: redbook-burner lists, repairs, burns and exports it, and the next run goes on in it. None: an unnamed file, which goes with the process",
          &Settings::stash_location),
      flag(
          "keep-stash",
          "Keep the staged audio after a success, for another burn, until READY or the next track. With auto-burn=false it is kept anyway",
          &Settings::keep_stash),
      flag(
          "auto-burn",
          "Burn at the end of the music. Else EOS ends staging only, and the action signal burn burns, as often as asked",
          &Settings::auto_burn),
      settle_time(
          "settle-time",
          "Nanoseconds between the end of the music and the burn, in which an error upstream or a state change still calls it off. -1: automatic, 0.25 s for an image, 2 s for a drive"),
      flag("simulate",
           "Do everything but leave a disc: no image appears, the laser stays off",
           [](Settings &settings) -> bool & { return settings.drive.simulate; }),
      flag(
          "checksums",
          "Compute the checksums of the tracks while they are staged: AccurateRip, CRC-32, peak, CTDB",
          &Settings::checksums),
      text(
          "report-location",
          "Report of what was made, as NAME.json and NAME.txt: layout, checksums, identities, findings. NAME.html or NAME.svg: with a map of the disc besides, as a page or a drawing",
          &Settings::report_location),
      choice(
          "loudness",
          "Make the music louder or softer, once, when it is staged and before it is burned: a gain, without a limiter, and one dither",
          GST_TYPE_REDBOOK_LOUDNESS, loudness(&LoudnessSettings::mode)),
      real("loudness-target",
           "Loudness that the music gets with loudness=track or album, in LUFS", {-40, 0},
           loudness(&LoudnessSettings::target)),
      real(
          "true-peak-limit",
          "What peaks may reach with loudness=track or album, in dBTP: if the target would need more, the music stays softer",
          {-20, 0}, loudness(&LoudnessSettings::true_peak_limit)),
      text("media-catalog-number",
           "Catalogue number of the disc (MCN, UPC/EAN), 12 or 13 digits; wins over tags",
           &Settings::media_catalog_number),
      text("disc-title", "Title of the disc; wins over tags", &Settings::disc_title),
      text("disc-artist", "Performer of the disc; wins over tags",
           &Settings::disc_artist),
      text("disc-songwriter", "Songwriter of the disc", &Settings::disc_songwriter),
      text("disc-composer", "Composer of the disc", &Settings::disc_composer),
      text("disc-arranger", "Arranger of the disc", &Settings::disc_arranger),
      text("disc-message", "Message of the disc to its listeners",
           &Settings::disc_message),
      text("disc-genre", "Genre of the disc; wins over tags", &Settings::disc_genre),
      flag("cd-text", "Give the disc CD-TEXT", &Settings::cd_text),
      text("cd-text-language",
           "Language of the texts, ISO 639 (de, eng); wins over tags. Else English",
           &Settings::cd_text_language),
      text(
          "cd-text-languages",
          "Languages whose translations of the texts go onto the disc, in this order, after the texts themselves: ISO 639 with commas between (de,ja). Else all there are, eight at most",
          &Settings::cd_text_languages),
      choice("cd-text-overflow", "What happens to more text than the lead-in holds",
             GST_TYPE_REDBOOK_CD_TEXT_OVERFLOW, &Settings::cd_text_overflow),
  };
}

}  // namespace redbook
