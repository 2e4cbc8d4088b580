#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace redbook::drive {

struct StockItem {
  const char *name;
  const char *description;
};

/// The media that can be had.
const std::vector<StockItem> &stock();

/// Makes one of them; throws std::invalid_argument for a name that is none.
void make_medium(const std::filesystem::path &folder, const std::string &name);

}  // namespace redbook::drive
