/// Several lambdas as one function object, for std::visit().
#pragma once

namespace redbook {

template <typename... Function>
struct overloaded : Function... {
  using Function::operator()...;
};

template <typename... Function>
overloaded(Function...) -> overloaded<Function...>;

}  // namespace redbook
