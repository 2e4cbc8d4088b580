#include "burn.hpp"

#include <utility>

#include "burn_pipeline.hpp"

namespace player {

Burn::Burn(const BurnOrder &order, Tell tell)
    : story_{order}, tell_{std::move(tell)}, pipeline_{make_burn_pipeline(order)} {
  const Owned<GstBus> bus{gst_element_get_bus(pipeline_.get())};
  gst_bus_add_watch(bus.get(), take, this);
  worker_.post([this] { gst_element_set_state(pipeline_.get(), GST_STATE_PLAYING); });
}

Burn::~Burn() {
  const Owned<GstBus> bus{gst_element_get_bus(pipeline_.get())};
  gst_bus_remove_watch(bus.get());
  worker_.post([this] { gst_element_set_state(pipeline_.get(), GST_STATE_NULL); });
}

void Burn::end(const BurnNews &news) {
  worker_.post([this, news] {
    gst_element_set_state(pipeline_.get(), GST_STATE_NULL);
    later([this, news] { tell_(news); });
  });
}

// READY keeps what is on the bus, such as the end of a burn that was faster.
void Burn::cancel() {
  worker_.post([this] {
    gst_element_set_state(pipeline_.get(), GST_STATE_READY);
    gst_element_post_message(pipeline_.get(), called_off_message(pipeline_.get()));
  });
}

gboolean Burn::take(GstBus *, GstMessage *message, gpointer data) {
  auto &self = *static_cast<Burn *>(data);
  const auto news = self.story_.hear(message);
  if (news && is_over(news->stage))
    self.end(*news);
  else if (news)
    self.tell_(*news);
  return G_SOURCE_CONTINUE;
}

}  // namespace player
