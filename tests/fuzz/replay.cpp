// Runs a fuzz target without libFuzzer: on each seed, which has to be accepted unless its
// name begins with bad_, then on a number of inputs made from them, which are the same in
// every run. replay COUNT SEED...

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "seed.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

using Input = std::vector<std::uint8_t>;

Input contents(const std::filesystem::path &name) {
  std::ifstream file{name, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

// Another input: bytes changed, cut off, doubled or put in.
class Mutator {
 public:
  Input mutated(Input input) {
    for (int i = 1 + draw(8); i > 0; --i) change(input);
    return input;
  }

  std::size_t draw(std::size_t below) { return below == 0 ? 0 : random_() % below; }

 private:
  int draw(int below) { return static_cast<int>(draw(static_cast<std::size_t>(below))); }
  std::uint8_t byte() { return static_cast<std::uint8_t>(draw(256)); }

  void change(Input &input) {
    const auto at = draw(input.size() + 1);
    const auto place = input.begin() + static_cast<std::ptrdiff_t>(at);
    switch (draw(4)) {
      case 0: input.insert(place, byte()); break;
      case 1: input.resize(at); break;
      case 2: double_part(input, at); break;
      default:
        if (at < input.size()) input[at] = byte();
    }
  }

  void double_part(Input &input, std::size_t at) {
    const auto count = static_cast<std::ptrdiff_t>(draw(input.size() - at));
    const Input part{input.begin() + static_cast<std::ptrdiff_t>(at),
                     input.begin() + static_cast<std::ptrdiff_t>(at) + count};
    input.insert(input.end(), part.begin(), part.end());
  }

  std::mt19937 random_{1982};
};

void run(const Input &input) { LLVMFuzzerTestOneInput(input.data(), input.size()); }

/// Whether the target makes of the seed what its name says.
bool is_as_named(const std::filesystem::path &name) {
  redbook::test::is_accepted = false;
  run(contents(name));
  const bool bad = name.filename().string().starts_with("bad_");
  if (redbook::test::is_accepted != bad) return true;
  std::cerr << name << (bad ? " is accepted.\n" : " is refused.\n");
  return false;
}

}  // namespace

int main(int argc, char **argv) {
  if (argc < 2) return EXIT_FAILURE;
  std::vector<Input> seeds{{}};
  bool good = true;
  for (int i = 2; i < argc; ++i) {
    seeds.push_back(contents(argv[i]));
    good = is_as_named(argv[i]) && good;
  }
  run(seeds.front());
  Mutator mutator;
  for (int i = std::atoi(argv[1]); i > 0; --i)
    run(mutator.mutated(seeds[mutator.draw(seeds.size())]));
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
