package dev.twinsync.domain.files;

import dev.twinsync.domain.Digest;

/** An action that writes content which the repository keeps, so that whoever carries it out has to be given it. */
public interface WritesContent {

    TwinPath twinPath();

    Digest digest();
}
