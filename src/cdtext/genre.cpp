#include "cdtext/genre.hpp"

#include <array>
#include <cctype>
#include <string>

namespace redbook {
namespace {

constexpr std::array<std::string_view, last_genre + 1> names{"Not Used",
                                                             "Not Defined",
                                                             "Adult Contemporary",
                                                             "Alternative Rock",
                                                             "Children's Music",
                                                             "Classical",
                                                             "Contemporary Christian",
                                                             "Country",
                                                             "Dance",
                                                             "Easy Listening",
                                                             "Erotic",
                                                             "Folk",
                                                             "Gospel",
                                                             "Hip Hop",
                                                             "Jazz",
                                                             "Latin",
                                                             "Musical",
                                                             "New Age",
                                                             "Opera",
                                                             "Operetta",
                                                             "Pop Music",
                                                             "Rap",
                                                             "Reggae",
                                                             "Rock Music",
                                                             "Rhythm & Blues",
                                                             "Sound Effects",
                                                             "Soundtrack",
                                                             "Spoken Word",
                                                             "World Music"};

struct Hint {
  std::string_view words;  ///< as spelled() gives them, one blank between
  int code;
};

// What tags say, beside the names themselves: the genres of ID3 and of MusicBrainz that
// are clearly of one kind.
constexpr std::array hints{Hint{"adult contemporary", 2},
                           Hint{"adult alternative", 2},
                           Hint{"soft rock", 2},
                           Hint{"alternative rock", 3},
                           Hint{"alternative", 3},
                           Hint{"alternrock", 3},
                           Hint{"indie", 3},
                           Hint{"indie rock", 3},
                           Hint{"grunge", 3},
                           Hint{"post rock", 3},
                           Hint{"new wave", 3},
                           Hint{"shoegaze", 3},
                           Hint{"children", 4},
                           Hint{"childrens", 4},
                           Hint{"kids", 4},
                           Hint{"lullaby", 4},
                           Hint{"nursery rhymes", 4},
                           Hint{"classical", 5},
                           Hint{"baroque", 5},
                           Hint{"symphony", 5},
                           Hint{"symphonic", 5},
                           Hint{"chamber music", 5},
                           Hint{"concerto", 5},
                           Hint{"orchestral", 5},
                           Hint{"romantic era", 5},
                           Hint{"choral", 5},
                           Hint{"klassik", 5},
                           Hint{"sonata", 5},
                           Hint{"christian", 6},
                           Hint{"ccm", 6},
                           Hint{"contemporary christian", 6},
                           Hint{"worship", 6},
                           Hint{"christian rock", 6},
                           Hint{"country", 7},
                           Hint{"bluegrass", 7},
                           Hint{"americana", 7},
                           Hint{"country rock", 7},
                           Hint{"western", 7},
                           Hint{"dance", 8},
                           Hint{"techno", 8},
                           Hint{"house", 8},
                           Hint{"trance", 8},
                           Hint{"electronic", 8},
                           Hint{"electronica", 8},
                           Hint{"edm", 8},
                           Hint{"disco", 8},
                           Hint{"drum and bass", 8},
                           Hint{"drum n bass", 8},
                           Hint{"dubstep", 8},
                           Hint{"jungle", 8},
                           Hint{"eurodance", 8},
                           Hint{"club", 8},
                           Hint{"synthpop", 8},
                           Hint{"easy listening", 9},
                           Hint{"lounge", 9},
                           Hint{"big band", 9},
                           Hint{"chillout", 9},
                           Hint{"erotic", 10},
                           Hint{"folk", 11},
                           Hint{"folk rock", 11},
                           Hint{"singer songwriter", 11},
                           Hint{"acoustic", 11},
                           Hint{"polka", 11},
                           Hint{"gospel", 12},
                           Hint{"spiritual", 12},
                           Hint{"hip hop", 13},
                           Hint{"hiphop", 13},
                           Hint{"trip hop", 13},
                           Hint{"jazz", 14},
                           Hint{"bebop", 14},
                           Hint{"swing", 14},
                           Hint{"fusion", 14},
                           Hint{"acid jazz", 14},
                           Hint{"dixieland", 14},
                           Hint{"latin", 15},
                           Hint{"salsa", 15},
                           Hint{"samba", 15},
                           Hint{"bossa nova", 15},
                           Hint{"tango", 15},
                           Hint{"mariachi", 15},
                           Hint{"reggaeton", 15},
                           Hint{"flamenco", 15},
                           Hint{"latin jazz", 15},
                           Hint{"latin pop", 15},
                           Hint{"musical", 16},
                           Hint{"musicals", 16},
                           Hint{"showtunes", 16},
                           Hint{"show tunes", 16},
                           Hint{"broadway", 16},
                           Hint{"cabaret", 16},
                           Hint{"new age", 17},
                           Hint{"ambient", 17},
                           Hint{"meditative", 17},
                           Hint{"meditation", 17},
                           Hint{"opera", 18},
                           Hint{"operetta", 19},
                           Hint{"pop", 20},
                           Hint{"j pop", 20},
                           Hint{"k pop", 20},
                           Hint{"schlager", 20},
                           Hint{"chanson", 20},
                           Hint{"pop rock", 20},
                           Hint{"indie pop", 20},
                           Hint{"top 40", 20},
                           Hint{"dance pop", 20},
                           Hint{"rap", 21},
                           Hint{"gangsta", 21},
                           Hint{"trap", 21},
                           Hint{"reggae", 22},
                           Hint{"ska", 22},
                           Hint{"dub", 22},
                           Hint{"dancehall", 22},
                           Hint{"rocksteady", 22},
                           Hint{"rock", 23},
                           Hint{"metal", 23},
                           Hint{"punk", 23},
                           Hint{"hard rock", 23},
                           Hint{"heavy metal", 23},
                           Hint{"hardcore punk", 23},
                           Hint{"rock and roll", 23},
                           Hint{"rock n roll", 23},
                           Hint{"rockabilly", 23},
                           Hint{"r and b", 24},
                           Hint{"rnb", 24},
                           Hint{"rhythm and blues", 24},
                           Hint{"blues", 24},
                           Hint{"soul", 24},
                           Hint{"funk", 24},
                           Hint{"motown", 24},
                           Hint{"sound effects", 25},
                           Hint{"sound clip", 25},
                           Hint{"noise", 25},
                           Hint{"field recording", 25},
                           Hint{"soundtrack", 26},
                           Hint{"film score", 26},
                           Hint{"score", 26},
                           Hint{"ost", 26},
                           Hint{"game", 26},
                           Hint{"spoken word", 27},
                           Hint{"spoken", 27},
                           Hint{"speech", 27},
                           Hint{"audiobook", 27},
                           Hint{"audio book", 27},
                           Hint{"podcast", 27},
                           Hint{"comedy", 27},
                           Hint{"poetry", 27},
                           Hint{"audio drama", 27},
                           Hint{"world", 28},
                           Hint{"world music", 28},
                           Hint{"ethnic", 28},
                           Hint{"celtic", 28},
                           Hint{"afrobeat", 28},
                           Hint{"klezmer", 28},
                           Hint{"african", 28}};

void add_blank(std::string &words) {
  if (!words.empty() && words.back() != ' ') words += ' ';
}

// In lower case, apostrophes left out, `&` as a word, one blank for anything else.
std::string spelled(std::string_view text) {
  std::string words;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) || byte >= 0x80)
      words += static_cast<char>(std::tolower(byte));
    else if (c == '&')
      add_blank(words), words += "and ";
    else if (c != '\'')
      add_blank(words);
  }
  while (words.ends_with(' ')) words.pop_back();
  return words;
}

bool has_words(const std::string &text, std::string_view words) {
  return (' ' + text + ' ').find(' ' + std::string{words} + ' ') != std::string::npos;
}

}  // namespace

std::string_view genre_name(int code) {
  return code < 0 || code > last_genre ? "" : names[static_cast<std::size_t>(code)];
}

int genre_nearest(std::string_view text) {
  const auto words = spelled(text);
  if (words.empty()) return genre_not_used;
  for (int code = 2; code <= last_genre; ++code)
    if (spelled(genre_name(code)) == words) return code;
  Hint best{"", genre_not_defined};
  for (const auto &hint : hints)
    if (hint.words.size() > best.words.size() && has_words(words, hint.words))
      best = hint;
  return best.code;
}

}  // namespace redbook
