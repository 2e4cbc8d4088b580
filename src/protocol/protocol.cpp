#include "protocol/protocol.hpp"

#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "protocol/message_forms.hpp"

namespace redbook {
namespace {

using form::Form;

/// Some events of a burn happen in the player itself.
template <typename Message>
concept HasForm = requires {
  Form<Message>::name;
};

template <typename Message>
std::string text_of(const Message &message) {
  if constexpr (HasForm<Message>) {
    Json json{{"type", Form<Message>::name}};
    Form<Message>::write(message, json);
    return line_of(json);
  } else {
    throw std::logic_error{"no message between programs"};
  }
}

template <typename... Message>
std::string text_of(const std::variant<Message...> &messages) {
  return std::visit([](const auto &message) { return text_of(message); }, messages);
}

/// Reads the kind of message that `type` names into `found`; false if it is another.
template <typename Message, typename Messages>
struct Reader {
  static bool read(const std::string &type, const Json &json, Messages &found) {
    if constexpr (HasForm<Message>) {
      if (type != Form<Message>::name) return false;
      found = Form<Message>::read(Fields{json, type});
      return true;
    } else {
      return false;
    }
  }
};

template <typename... Message, typename Messages>
struct Reader<std::variant<Message...>, Messages> {
  static bool read(const std::string &type, const Json &json, Messages &found) {
    return (Reader<Message, Messages>::read(type, json, found) || ...);
  }
};

template <typename Messages>
Messages message_in(std::string_view text, const char *sentence) {
  try {
    const auto json = parsed_json(text);
    Messages found;
    if (!Reader<Messages, Messages>::read(Fields{json, "message"}.text("type"), json,
                                          found))
      throw bad_json("type: unknown word");
    return found;
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

std::string message_of(const Request &request) { return text_of(request); }
std::string message_of(const Event &event) { return text_of(event); }

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
