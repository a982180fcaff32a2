package dev.twinsync.os.plugins;

import dev.twinsync.domain.Digest;
import java.nio.file.Path;

/**
 * A program that nobody else than its owner can have put there.
 *
 * @param digest of its bytes
 * @param isOfRoot whether it lies in one of root's folders, where only root can have put it
 */
public record FoundProgram(Path path, Digest digest, boolean isOfRoot) {}
