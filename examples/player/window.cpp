#include "window.hpp"

#include <functional>
#include <utility>

#include "widgets.hpp"

namespace player {
namespace {

constexpr const char *style =
    ".strong { font-weight: bold; }"
    ".title-2 { font-weight: bold; font-size: 130%; }"
    ".numeric { font-feature-settings: 'tnum'; }"
    ".dim-label { opacity: 0.65; }"
    ".error { color: #c01c28; }"
    ".shade { background: rgba(0, 0, 0, 0.4); }"
    ".card { background: @theme_bg_color; border-radius: 12px; padding: 24px; }"
    ".card progressbar > text { opacity: 1; color: @theme_fg_color; font-size: 100%; }"
    ".card progressbar trough, .card progressbar progress { min-height: 10px; }";

void add_style() {
  const Owned<GtkCssProvider> provider{gtk_css_provider_new()};
  gtk_css_provider_load_from_data(provider.get(), style, -1);
  gtk_style_context_add_provider_for_display(gdk_display_get_default(),
                                             GTK_STYLE_PROVIDER(provider.get()),
                                             GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/// Asks for files, and calls `chosen` with the dialog unless it is closed.
void ask(GtkWindow *parent, GtkFileChooserAction action, const char *title,
         const char *button, std::function<void(GtkFileChooser *)> chosen) {
  auto *dialog = gtk_file_chooser_native_new(title, parent, action, button, nullptr);
  using Chosen = std::function<void(GtkFileChooser *)>;
  g_signal_connect_data(
      dialog, "response",
      G_CALLBACK(+[](GtkFileChooser *chooser, int response, Chosen *each) {
        if (response == GTK_RESPONSE_ACCEPT) (*each)(chooser);
        g_object_unref(chooser);
      }),
      new Chosen{std::move(chosen)},
      [](gpointer data, GClosure *) { delete static_cast<Chosen *>(data); },
      GConnectFlags(0));
  if (action == GTK_FILE_CHOOSER_ACTION_SAVE)
    gtk_file_chooser_set_current_name(GTK_FILE_CHOOSER(dialog), "album.cue");
  gtk_file_chooser_set_select_multiple(GTK_FILE_CHOOSER(dialog),
                                       action == GTK_FILE_CHOOSER_ACTION_OPEN);
  gtk_native_dialog_show(GTK_NATIVE_DIALOG(dialog));
}

}  // namespace

Window::Window(GtkApplication *application, Studio &studio)
    : studio_{studio},
      transport_{studio},
      list_{studio},
      disc_{studio},
      burn_{gtk_button_new_with_label("Burn")},
      window_{gtk_application_window_new(application)} {
  add_style();
  content_ = with_margin(column({transport_.widget(), list_.widget(), disc_.widget()}),
                         margin + margin / 2);
  auto *overlay = gtk_overlay_new();
  gtk_overlay_set_child(GTK_OVERLAY(overlay), content_);
  gtk_overlay_add_overlay(GTK_OVERLAY(overlay), dialog_.widget());
  gtk_window_set_child(GTK_WINDOW(window_), overlay);
  gtk_window_set_titlebar(GTK_WINDOW(window_), made_header());
  gtk_window_set_title(GTK_WINDOW(window_), "Redbook Player");
  gtk_window_set_default_size(GTK_WINDOW(window_), 760, 600);

  auto *target = gtk_drop_target_new(GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  g_signal_connect(target, "drop", G_CALLBACK(drop), this);
  gtk_widget_add_controller(window_, GTK_EVENT_CONTROLLER(target));
  g_signal_connect(window_, "close-request", G_CALLBACK(close), this);
  studio.listen([this](Topic topic) { show(topic); });
  for (const auto topic : {Topic::songs, Topic::burn}) show(topic);
}

// Not while a disc is made, which would be spoilt.
gboolean Window::close(GtkWindow *window, Window *self) {
  auto *application = gtk_window_get_application(window);
  if (!self->studio_.is_burning()) g_application_quit(G_APPLICATION(application));
  return TRUE;
}

GtkWidget *Window::made_header() {
  auto *header = gtk_header_bar_new();
  auto *open_button = gtk_button_new_with_label("Open …");
  gtk_widget_add_css_class(burn_, "suggested-action");
  gtk_header_bar_pack_start(GTK_HEADER_BAR(header), open_button);
  gtk_header_bar_pack_end(GTK_HEADER_BAR(header), burn_);
  on(open_button, "clicked", [this] { open(); });
  on(burn_, "clicked", [this] { burn(); });
  return header;
}

void Window::take(GListModel *files) {
  for (guint place = 0; place < g_list_model_get_n_items(files); ++place) {
    const Owned<GFile> file{G_FILE(g_list_model_get_item(files, place))};
    studio_.add(taken(g_file_get_uri(file.get())));
  }
}

gboolean Window::drop(GtkDropTarget *, const GValue *value, double, double,
                      gpointer self) {
  auto *files = static_cast<GSList *>(g_value_get_boxed(value));
  for (auto *each = files; each; each = each->next)
    static_cast<Window *>(self)->studio_.add(taken(g_file_get_uri(G_FILE(each->data))));
  return TRUE;
}

void Window::open() {
  ask(GTK_WINDOW(window_), GTK_FILE_CHOOSER_ACTION_OPEN, "Open music files", "Open",
      [this](GtkFileChooser *chooser) {
        const Owned<GListModel> files{gtk_file_chooser_get_files(chooser)};
        take(files.get());
      });
}

void Window::burn() {
  if (studio_.destination().is_complete())
    studio_.burn();
  else
    ask_for_image();
}

void Window::ask_for_image() {
  ask(GTK_WINDOW(window_), GTK_FILE_CHOOSER_ACTION_SAVE, "Make a disc image", "Make",
      [this](GtkFileChooser *chooser) {
        const Owned<GFile> file{gtk_file_chooser_get_file(chooser)};
        studio_.set_destination({.location = taken(g_file_get_path(file.get()))});
        studio_.burn();
        studio_.set_destination({});  // the next one is asked for again
      });
}

void Window::show(Topic topic) {
  if (topic == Topic::burn) return show_burn();
  if (topic == Topic::songs || topic == Topic::playback) list_.show();
  if (topic != Topic::recorders) transport_.show();
  if (topic == Topic::songs || topic == Topic::recorders) disc_.show();
  gtk_widget_set_sensitive(burn_, studio_.can_burn());
}

void Window::show_burn() {
  const auto &news = studio_.news();
  gtk_widget_set_visible(dialog_.widget(), news.has_value());
  gtk_widget_set_sensitive(content_, !news);
  gtk_widget_set_sensitive(burn_, !news && studio_.can_burn());
  if (news) dialog_.show(*news);
}

}  // namespace player
