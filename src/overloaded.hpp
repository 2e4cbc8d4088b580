/// Several lambdas as one function object, for std::visit().
#pragma once

namespace redbook {

template <typename... Function>
struct Overloaded : Function... {
  using Function::operator()...;
};

template <typename... Function>
Overloaded(Function...) -> Overloaded<Function...>;

}  // namespace redbook
