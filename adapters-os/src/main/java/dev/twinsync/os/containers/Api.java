package dev.twinsync.os.containers;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Facts;
import java.util.Optional;
import java.util.function.Consumer;

/** The interface of one engine. Paths are relative to its root, and of parts that need no quoting. */
interface Api {

    /** What is there; empty where there is no such thing. */
    Optional<Facts> get(String path) throws NoAnswer;

    /** Does something, with what the engine needs to know for it. */
    Facts post(String path, Tree body) throws NoAnswer;

    /** Does something that needs no words; that it was done already is no fault. */
    void post(String path) throws NoAnswer;

    void delete(String path) throws NoAnswer;

    /** Does something that takes long, with each line that the engine says of it. */
    void follow(String path, Consumer<Facts> line) throws NoAnswer;

    /** Bytes as they are, at most so many. */
    byte[] read(String path, int most) throws NoAnswer;
}
