#include "test_drive/record_file.hpp"

#include <fstream>
#include <iterator>

namespace redbook::drive {

Bytes RecordFile::read(Lba lba, int blocks, int shift_bytes) const {
  Bytes records(static_cast<std::size_t>(blocks) * record_bytes_);
  std::size_t done = 0;
  while (done < records.size()) {
    const auto from = at(lba, shift_bytes) + static_cast<off_t>(done);
    const auto count =
        ::pread(file_.get(), records.data() + done, records.size() - done, from);
    if (count < 0) throw std::system_error{errno, std::generic_category(), "pread"};
    if (count == 0) break;
    done += static_cast<std::size_t>(count);
  }
  return records;
}

void RecordFile::write(Lba lba, View records, int shift_bytes) {
  std::size_t done = 0;
  while (done < records.size()) {
    const auto to = at(lba, shift_bytes) + static_cast<off_t>(done);
    const auto count =
        ::pwrite(file_.get(), records.data() + done, records.size() - done, to);
    if (count < 0) throw std::system_error{errno, std::generic_category(), "pwrite"};
    done += static_cast<std::size_t>(count);
  }
}

void append_file(const std::filesystem::path &path, View bytes) {
  std::ofstream file{path, std::ios::binary | std::ios::app};
  file.write(reinterpret_cast<const char *>(bytes.data()),
             static_cast<std::streamsize>(bytes.size()));
}

Bytes read_file(const std::filesystem::path &path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace redbook::drive
