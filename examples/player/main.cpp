/// A playlist player with a Burn button: plays music files, one into the other, and makes
/// an audio CD of them, by redbooksink's plugin.
///
///   redbook-player *.flac
///
/// Programs drive it over D-Bus, by the actions in actions.hpp.

#include <gst/gst.h>
#include <gtk/gtk.h>

#include <memory>
#include <stdexcept>

#include "../decoding/steady_decoders.hpp"
#include "actions.hpp"
#include "handles.hpp"
#include "studio.hpp"
#include "window.hpp"

namespace {

using player::Owned;

/// The application: a window, once it is asked for.
class Application {
 public:
  Application()
      : application_{
            gtk_application_new("org.redbooksink.Player", G_APPLICATION_HANDLES_OPEN)} {
    g_application_add_main_option(G_APPLICATION(application_.get()), "audio-sink", 0,
                                  G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING,
                                  "Play into this, a launch line, not to the loudspeaker",
                                  "LINE");
    g_application_add_option_group(G_APPLICATION(application_.get()),
                                   gst_init_get_option_group());
    g_signal_connect(application_.get(), "handle-local-options", G_CALLBACK(take_options),
                     this);
    g_signal_connect(application_.get(), "startup", G_CALLBACK(start), this);
    g_signal_connect(application_.get(), "activate", G_CALLBACK(activate), this);
    g_signal_connect(application_.get(), "open", G_CALLBACK(open), this);
  }

  int run(int argc, char **argv) {
    const auto status = g_application_run(G_APPLICATION(application_.get()), argc, argv);
    return failed_ ? 1 : status;
  }

 private:
  static int take_options(GApplication *, GVariantDict *options, Application *self) {
    const char *line = nullptr;
    if (g_variant_dict_lookup(options, "audio-sink", "&s", &line))
      self->audio_sink_ = line;
    return -1;  // go on
  }

  static void start(GApplication *application, Application *self) {
    decoding::register_steady_decoders();
    try {
      self->studio_ = std::make_unique<player::Studio>(self->audio_sink_);
    } catch (const std::runtime_error &error) {
      g_printerr("redbook-player: %s\n", error.what());
      self->failed_ = true;
      return g_application_quit(application);
    }
    player::add_actions(G_ACTION_MAP(application), *self->studio_);
    self->add_quit();
    self->window_ =
        std::make_unique<player::Window>(self->application_.get(), *self->studio_);
  }

  // Not while a disc is made, which would be spoilt.
  void add_quit() {
    const Owned<GSimpleAction> quit{g_simple_action_new("quit", nullptr)};
    player::on(quit.get(), "activate", [this] {
      if (!studio_->is_burning()) g_application_quit(G_APPLICATION(application_.get()));
    });
    g_action_map_add_action(G_ACTION_MAP(application_.get()), G_ACTION(quit.get()));
  }

  static void activate(GApplication *, Application *self) {
    if (self->window_) self->window_->present();
  }

  static void open(GApplication *application, GFile **files, int count, const char *,
                   Application *self) {
    for (int i = 0; i < count && self->studio_; ++i)
      self->studio_->add(player::taken(g_file_get_uri(files[i])));
    g_application_activate(application);
  }

  Owned<GtkApplication> application_;
  std::string audio_sink_;
  bool failed_ = false;
  std::unique_ptr<player::Studio> studio_;
  std::unique_ptr<player::Window> window_;
};

}  // namespace

int main(int argc, char **argv) { return Application{}.run(argc, argv); }
