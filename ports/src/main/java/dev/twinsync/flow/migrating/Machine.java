package dev.twinsync.flow.migrating;

import dev.twinsync.domain.files.CaptureRules;
import dev.twinsync.domain.packages.LivePackage;
import dev.twinsync.domain.services.LiveService;
import dev.twinsync.port.FileMirror;
import dev.twinsync.port.Sight;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The machine on which twin migrates, to be looked at. What the predecessor did not write down can be seen on it, if it is the
 * machine that the predecessor's repository is about.
 *
 * @param hasId whether its {@code /etc/machine-id} says this
 * @param files its files, by what is to be captured
 */
public record Machine(
        Predicate<String> hasId,
        Optional<String> hostname,
        Sight<LivePackage, ?> packages,
        Sight<LiveService, ?> services,
        Function<CaptureRules, FileMirror> files) {}
