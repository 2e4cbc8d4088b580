/// The messages of an element as lines of text.
#pragma once

#include <gst/gst.h>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

namespace redbook::test {

/// Notes what an element posts, in its order, on the posting threads. What depends on the
/// clock is left out of the lines, and `simulate` where it is FALSE.
class Messages {
 public:
  explicit Messages(GstElement *element) : element_{element}, bus_{gst_bus_new()} {
    gst_bus_set_sync_handler(bus_, note, this, nullptr);
    gst_element_set_bus(element_, bus_);
  }
  ~Messages() {
    gst_bus_set_sync_handler(bus_, nullptr, nullptr, nullptr);
    gst_bus_set_flushing(bus_, TRUE);  // what it holds holds the element, which holds it
    gst_object_unref(bus_);
  }
  Messages(const Messages &) = delete;
  Messages &operator=(const Messages &) = delete;

  /// Calls `reaction` on the posting thread for each line that begins like this.
  void when(const std::string &beginning, std::function<void()> reaction) {
    const std::lock_guard lock{mutex_};
    reactions_.push_back({beginning, std::move(reaction)});
  }

  /// The lines that begin with one of these, each with a line feed.
  std::string lines(const std::vector<std::string> &beginnings) const {
    const std::lock_guard lock{mutex_};
    std::string text;
    for (const auto &line : lines_)
      for (const auto &beginning : beginnings)
        if (line.starts_with(beginning)) {
          text += line + '\n';
          break;
        }
    return text;
  }
  /// The burns, without the blocks.
  std::string burns() const {
    return lines({"preparing", "track-progress", "closing", "burn-complete", "EOS",
                  "ERROR", "WARNING"});
  }
  /// The numbers behind `completed-blocks=` in block-progress.
  std::vector<int> completed_blocks() const {
    const auto text = lines({"block-progress"});
    const std::string key = " completed-blocks=";
    std::vector<int> numbers;
    for (auto at = text.find(key); at != std::string::npos; at = text.find(key, at + 1))
      numbers.push_back(std::atoi(text.c_str() + at + key.size()));
    return numbers;
  }
  std::string warnings() const { return lines({"WARNING"}); }
  std::string errors() const { return lines({"ERROR"}); }
  /// What the errors have for who looks closer.
  std::string details() const { return lines({"details"}); }
  int count(const std::string &beginning) const {
    const std::lock_guard lock{mutex_};
    int found = 0;
    for (const auto &line : lines_) found += line.starts_with(beginning);
    return found;
  }
  void wait_for(const std::string &beginning) {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [&] {
      for (const auto &line : lines_)
        if (line.starts_with(beginning)) return true;
      return false;
    });
  }
  void clear() {
    const std::lock_guard lock{mutex_};
    lines_.clear();
  }
  GstBus *bus() const { return bus_; }

 private:
  struct Reaction {
    std::string beginning;
    std::function<void()> reaction;
  };

  static GstBusSyncReply note(GstBus *, GstMessage *message, gpointer self) {
    auto *log = static_cast<Messages *>(self);
    if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_ERROR) log->add(details_line(message));
    log->add(line_of(message));
    gst_message_unref(message);
    return GST_BUS_DROP;
  }

  void add(const std::string &line) {
    if (line.empty()) return;
    std::vector<std::function<void()>> due;
    {
      const std::lock_guard lock{mutex_};
      lines_.push_back(line);
      changed_.notify_all();
      for (const auto &each : reactions_)
        if (line.starts_with(each.beginning)) due.push_back(each.reaction);
    }
    for (const auto &reaction : due) reaction();
  }

  static std::string nick(GType type, gint value) {
    auto *values = static_cast<GEnumClass *>(g_type_class_ref(type));
    const auto *found = g_enum_get_value(values, value);
    const std::string name = found ? found->value_nick : std::to_string(value);
    g_type_class_unref(values);
    return name;
  }

  static std::string disc_id(GstMessage *message) {
    GstTagList *tags = nullptr;
    gst_message_parse_tag(message, &tags);
    const gchar *id = "";
    gst_tag_list_peek_string_index(tags, "musicbrainz-discid", 0, &id);
    std::string line = std::string{"musicbrainz-discid="} + id;
    gst_tag_list_unref(tags);
    return line;
  }

  static gboolean add_field(GQuark name, const GValue *value, gpointer line) {
    const std::string field = g_quark_to_string(name);
    for (const auto *timely : {"estimated-time", "elapsed", "remaining", "buffer-fill",
                               "identities", "checksums", "report"})
      if (field == timely) return TRUE;
    if (field == "write-speed" && g_value_get_uint(value) == 0) return TRUE;
    if (field == "simulate" && !g_value_get_boolean(value)) return TRUE;
    auto *text =
        G_VALUE_HOLDS_ENUM(value)
            ? g_strdup(nick(G_VALUE_TYPE(value), g_value_get_enum(value)).c_str())
            : gst_value_serialize(value);
    *static_cast<std::string *>(line) += ' ' + field + '=' + (text ? text : "NULL");
    g_free(text);
    return TRUE;
  }

  static std::string element_line(GstMessage *message) {
    const auto *structure = gst_message_get_structure(message);
    std::string line = gst_structure_get_name(structure);
    if (line.starts_with("redbook-")) line.erase(0, 8);
    gst_structure_foreach(structure, add_field, &line);
    return line;
  }

  static std::string problem_line(GstMessage *message) {
    GError *error = nullptr;
    const bool is_error = GST_MESSAGE_TYPE(message) == GST_MESSAGE_ERROR;
    const GstStructure *details = nullptr;
    if (is_error) {
      gst_message_parse_error(message, &error, nullptr);
      gst_message_parse_error_details(message, &details);
    } else {
      gst_message_parse_warning(message, &error, nullptr);
    }
    std::string line = is_error ? "ERROR " : "WARNING ";
    if (is_error) {
      const auto type = error->domain == GST_RESOURCE_ERROR ? GST_TYPE_RESOURCE_ERROR
                                                            : GST_TYPE_STREAM_ERROR;
      line += nick(type, error->code) + ' ';
    }
    if (details)
      line += std::string{gst_structure_get_string(details, "name")} + ' ' +
              gst_structure_get_string(details, "stage") + ": ";
    line += error->message;
    g_error_free(error);
    return line;
  }

  static std::string details_line(GstMessage *message) {
    gchar *details = nullptr;
    gst_message_parse_error(message, nullptr, &details);
    const auto line = std::string{"details: "} + (details ? details : "");
    g_free(details);
    return line;
  }

  static std::string progress_line(GstMessage *message) {
    GstProgressType type = GST_PROGRESS_TYPE_START;
    gchar *code = nullptr;
    gst_message_parse_progress(message, &type, &code, nullptr);
    const auto line = "progress " + nick(GST_TYPE_PROGRESS_TYPE, type) + ' ' + code;
    g_free(code);
    return line;
  }

  static std::string line_of(GstMessage *message) {
    switch (GST_MESSAGE_TYPE(message)) {
      case GST_MESSAGE_ELEMENT: return element_line(message);
      case GST_MESSAGE_ERROR:
      case GST_MESSAGE_WARNING: return problem_line(message);
      case GST_MESSAGE_PROGRESS: return progress_line(message);
      case GST_MESSAGE_EOS: return "EOS";
      case GST_MESSAGE_TOC: return "toc";
      case GST_MESSAGE_TAG: return "tag " + disc_id(message);
      default: return {};
    }
  }

  GstElement *element_;
  GstBus *bus_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::string> lines_;
  std::vector<Reaction> reactions_;
};

}  // namespace redbook::test
