import Testing

@testable import Secrets

struct SecretTests {}
