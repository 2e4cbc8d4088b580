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

ExitCode make_disc(const Arguments &arguments, Album album, Display &display) {
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

ExitCode run(int count, char **words) {
  auto code = ExitCode::done;
  const auto arguments = parse_arguments(count, words, code);
  if (!arguments) return code;
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
