#include "protocol/protocol.hpp"

#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "protocol/message_forms.hpp"

namespace redbook {
namespace {

using form::Form;

template <typename Messages>
std::string message_of_any(const Messages &messages) {
  return std::visit(
      [](const auto &message) {
        using Message = std::decay_t<decltype(message)>;
        Json json{{"type", Form<Message>::name}};
        Form<Message>::write(message, json);
        return line_of(json);
      },
      messages);
}

/// Reads the kind of message that `type` names, one of a variant.
template <typename Messages>
struct Reader;

template <typename... Message>
struct Reader<std::variant<Message...>> {
  using Messages = std::variant<Message...>;

  static Messages read(const std::string &type, const Json &json) {
    std::optional<Messages> found;
    (void)((type == Form<Message>::name &&
            (found = Form<Message>::read(Fields{json, type}), true)) ||
           ...);
    if (!found) throw bad_json("type: unknown word");
    return *std::move(found);
  }
};

template <typename Messages>
Messages message_in(std::string_view text, const char *sentence) {
  try {
    const auto json = parsed_json(text);
    return Reader<Messages>::read(Fields{json, "message"}.text("type"), json);
  } catch (const Error &error) {
    throw Error{Fault::drive, Result::generic, sentence, error.detail()};
  }
}

}  // namespace

namespace event {

bool operator==(const Failed &a, const Failed &b) {
  return line_of(json_of(a.error)) == line_of(json_of(b.error));
}

}  // namespace event

std::string message_of(const Request &request) { return message_of_any(request); }
std::string message_of(const Event &event) { return message_of_any(event); }

Request request_in(std::string_view message) {
  return message_in<Request>(message, "The player says something that makes no sense.");
}

Event event_in(std::string_view message) {
  return message_in<Event>(
      message,
      "The program redbook-burner says something that makes no sense: "
      "reinstall redbooksink.");
}

void check_protocol(const Hello &theirs, const std::string &other) {
  if (theirs.protocol == protocol_number) return;
  throw Error{Fault::drive, Result::generic,
              other + " is of another version than this one: reinstall redbooksink.",
              "protocol " + std::to_string(theirs.protocol) + " of version " +
                  theirs.version + ", " + std::to_string(protocol_number) + " here"};
}

}  // namespace redbook
