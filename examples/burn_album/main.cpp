/// burn-album: makes an audio CD of music files, by redbookalbum and redbooksink. A
/// program to use, and to learn from how an application uses the plugin:
///
///   arguments    what the user asks for
///   inputs       files, folders, playlists, cue sheets: which tracks that means
///   discovery    their lengths and tags, and whether they can be decoded
///   pipeline     a branch for each file, and the element that makes the disc
///   gate         the last look at the music before the burn
///   session      the run, its messages, Ctrl-C
///   display      the table, and a bar, plain lines or JSON
#include <gst/gst.h>

#include <iostream>

#include "../decoding/steady_decoders.hpp"
#include "arguments.hpp"
#include "cut_off.hpp"
#include "discovery.hpp"
#include "display.hpp"
#include "error.hpp"
#include "image_handover.hpp"
#include "inputs.hpp"
#include "session.hpp"
#include "text/terminal_text.hpp"

namespace burn_album {
namespace {

/// Without a destination there is nothing that could be asked how much it holds.
void list(const Arguments &arguments, const Album &album, Display &display) {
  const auto capacity = arguments.capacity > 0 ? arguments.capacity : usual_capacity;
  display.list(album, room_for(album, arguments, capacity));
  for (const auto &remark : album.remarks) display.warn(remark);
}

void apply_texts(const Arguments &arguments, Album &album) {
  if (!arguments.title.empty()) album.texts.title = arguments.title;
  if (!arguments.performer.empty()) album.texts.performer = arguments.performer;
}

/// Files that are cut off are no music for a disc, but a look at them is worth having.
void judge_damage(const Arguments &arguments, Album &album) {
  std::string sentences;
  for (const auto &source : album.sources)
    if (const auto why = why_cut_off(std::filesystem::path{source.name})) {
      album.remarks.push_back(source.name + " " + *why);
      sentences += album.remarks.back() + "\n";
    }
  if (!sentences.empty() && arguments.has_destination() && !arguments.ignore_damage)
    throw input_failure(sentences +
                        "Nothing was burned; --ignore-damage burns what is there.");
}

ExitCode make_disc(const Arguments &arguments, Album album, Display &display) {
  judge_damage(arguments, album);
  discover(album, arguments.ignore_damage);
  apply_texts(arguments, album);
  if (!arguments.has_destination()) {
    list(arguments, album, display);
    return ExitCode::done;
  }
  const auto outcome = Session{arguments, album, display}.run();
  if (!outcome.sentences.empty()) display.end(outcome.code, outcome.sentences);
  return outcome.code;
}

ExitCode carry_out(const Arguments &arguments, Display &display) {
  auto input = meant_by(arguments.inputs, arguments.cue_charset);
  if (const auto *image = std::get_if<DiscImage>(&input))
    return hand_over(image->path, arguments);
  return make_disc(arguments, std::move(std::get<Album>(input)), display);
}

/// Libraries have their say where somebody debugs them; users get our own sentences.
GLogWriterOutput keep_quiet(GLogLevelFlags level, const GLogField *fields, gsize count,
                            gpointer) {
  return g_getenv("G_MESSAGES_DEBUG")
             ? g_log_writer_default(level, fields, count, nullptr)
             : G_LOG_WRITER_HANDLED;
}

ExitCode run(int count, char **words) {
  auto code = ExitCode::done;
  const auto arguments = parse_arguments(count, words, code);
  if (!arguments) return code;
  g_log_set_writer_func(keep_quiet, nullptr, nullptr);
  gst_init(nullptr, nullptr);
  decoding::register_steady_decoders();
  const auto display = new_display(*arguments);
  try {
    return carry_out(*arguments, *display);
  } catch (const Failure &failure) {
    display->end(failure.code(), failure.what());
    return failure.code();
  } catch (const redbook::Error &error) {  // of the core, which reads the sheets
    display->end(ExitCode::input, error.detail().empty()
                                      ? error.what()
                                      : error.what() + ("\n(" + error.detail() + ")"));
    return ExitCode::input;
  }
}

}  // namespace
}  // namespace burn_album

int main(int count, char **words) {
  try {
    return static_cast<int>(burn_album::run(count, words));
  } catch (const std::exception &error) {
    std::cerr << "burn-album: " << redbook::terminal_lines(error.what()) << '\n';
    return static_cast<int>(burn_album::ExitCode::burn);
  }
}
