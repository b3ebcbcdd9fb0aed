// Work done by all cores and delivered in order, with a bounded number of results waiting.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace nianbao {

// Calls make(i) for i in [0, count) on `workers` threads and deliver(i, result) in the order of i, one at a
// time.
template <typename Result, typename Make, typename Deliver>
void in_order(std::size_t count, unsigned workers, Make make, Deliver deliver) {
  constexpr std::size_t window = 64;  // results that may wait for a slow one
  std::mutex mutex;
  std::condition_variable moved;
  std::size_t next = 0, delivered = 0;
  std::map<std::size_t, Result> waiting;
  const auto work = [&] {
    std::unique_lock<std::mutex> lock(mutex);
    for (;;) {
      moved.wait(lock, [&] { return next >= count || next < delivered + window; });
      if (next >= count) return;
      const std::size_t mine = next++;
      lock.unlock();
      Result result = make(mine);
      lock.lock();
      waiting.emplace(mine, std::move(result));
      for (auto ready = waiting.find(delivered); ready != waiting.end(); ready = waiting.find(delivered)) {
        deliver(delivered, ready->second);
        waiting.erase(ready);
        ++delivered;
      }
      moved.notify_all();
    }
  };
  std::vector<std::thread> threads;
  for (unsigned i = 1; i < std::min<std::size_t>(std::max(1u, workers), count); ++i)
    threads.emplace_back(work);
  work();
  for (std::thread& thread : threads) thread.join();
}

}  // namespace nianbao
