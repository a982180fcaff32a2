package dev.twinsync.port;

import java.util.Optional;

/**
 * What twin has worked out and could work out again, kept from one start to the next. It belongs to the user of this twin alone; to lose it
 * costs time and nothing else.
 */
public interface Memory {

    Memory NONE = new Memory() {
        @Override
        public Optional<byte[]> recall(String name) {
            return Optional.empty();
        }

        @Override
        public void keep(String name, byte[] bytes) {
            // it forgets at once
        }
    };

    /** Empty: it was never kept, or is lost. @param name of letters, digits, {@code .} and {@code -} */
    Optional<byte[]> recall(String name);

    /** Whole or not at all; where it cannot be kept, it is lost. */
    void keep(String name, byte[] bytes);
}
