/// What the messages of a burn tell.
#pragma once

#include <gst/gst.h>

#include <cstdint>
#include <optional>
#include <string>

#include "burn_order.hpp"

namespace player {

/// Makes words for people of the messages on a burn's bus.
class BurnStory {
 public:
  explicit BurnStory(const BurnOrder &order);

  /// Nothing, where the message is no news; always nothing after the end.
  std::optional<BurnNews> hear(GstMessage *message);

 private:
  std::optional<BurnNews> news_in(GstMessage *message);
  std::optional<BurnNews> news_in(const GstStructure *structure);
  BurnNews staging(const GstStructure *structure);
  BurnNews burning(const GstStructure *structure) const;
  BurnNews done() const;
  BurnNews cancelled() const;
  BurnNews failed(GstMessage *message) const;
  void note(GstMessage *warning);

  std::string device_;
  std::string location_;
  std::size_t tracks_;
  std::int64_t expected_blocks_;
  std::int64_t staged_blocks_ = 0;  // of whole tracks
  bool has_begun_ = false;          // to write
  bool was_read_back_ = false;
  bool is_over_ = false;
  std::string notes_;
};

/// What Burn::cancel leaves on the bus.
GstMessage *called_off_message(GstElement *pipeline);

}  // namespace player
