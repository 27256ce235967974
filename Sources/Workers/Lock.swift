internal import Glibc

/// A lock with a condition: those who wait for a state look again after each change.
final class Lock: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let bell = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    mutex.initialize(to: pthread_mutex_t())
    bell.initialize(to: pthread_cond_t())
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(bell, nil)
  }

  deinit {
    pthread_cond_destroy(bell)
    pthread_mutex_destroy(mutex)
    bell.deallocate()
    mutex.deallocate()
  }

  /// Changes something and rings.
  func changing(_ body: () -> Void) {
    pthread_mutex_lock(mutex)
    body()
    pthread_cond_broadcast(bell)
    pthread_mutex_unlock(mutex)
  }

  /// Waits until `body` gives something; what it changes is seen by the others who wait.
  func waiting<Value>(for body: () -> Value?) -> Value {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while true {
      if let value = body() {
        pthread_cond_broadcast(bell)
        return value
      }
      pthread_cond_wait(bell, mutex)
    }
  }
}
