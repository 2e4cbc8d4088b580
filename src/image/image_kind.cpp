#include "image/image_kind.hpp"

namespace redbook {
namespace {

constexpr const ImageKind *table[] = {&cue_image, &cdrdao_image, &ddp_image};

}  // namespace

std::span<const ImageKind *const> image_kinds() { return table; }

const ImageKind &kind_of(ImageFormat format) {
  return *image_kinds()[static_cast<std::size_t>(format) - 1];
}

}  // namespace redbook
