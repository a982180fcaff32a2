package dev.twinsync.os.packages;

import dev.twinsync.domain.packages.PackageAction;
import dev.twinsync.domain.packages.PackageAction.ChangeVersion;
import dev.twinsync.domain.packages.PackageAction.Hold;
import dev.twinsync.domain.packages.PackageAction.Install;
import dev.twinsync.domain.packages.PackageAction.MarkAutomatic;
import dev.twinsync.domain.packages.PackageAction.MarkManual;
import dev.twinsync.domain.packages.PackageAction.Remove;
import dev.twinsync.domain.packages.PackageAction.Unhold;
import dev.twinsync.os.Command;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What apt-mark is told after a transaction. To change a package by its name makes apt forget that it was on hold or had
 * come along, so that is marked again where nothing else was asked for.
 */
final class Marks {

    private final SortedMap<String, TreeSet<String>> byOperation = new TreeMap<>();

    Marks(List<PackageAction> actions, Installation before) {
        actions.forEach(action -> again(action, before));
        actions.forEach(this::asked);
    }

    private void again(PackageAction action, Installation before) {
        if (action instanceof ChangeVersion || action instanceof Install) {
            if (before.find(action.key()).filter(DpkgRow::isThere).isPresent() && before.isHeld(action.key())) {
                put("hold", action);
            }
            if (before.isAutomatic(action.key()) && action instanceof ChangeVersion) {
                put("auto", action);
            }
        }
    }

    private void asked(PackageAction action) {
        switch (action) {
            case Hold _ -> instead("unhold", "hold", action);
            case Unhold _ -> instead("hold", "unhold", action);
            case MarkManual _ -> instead("auto", "manual", action);
            case MarkAutomatic _ -> instead("manual", "auto", action);
            case Install _, ChangeVersion _, Remove _ -> {
                // apt-get has done these
            }
        }
    }

    private void instead(String other, String operation, PackageAction action) {
        byOperation.getOrDefault(other, new TreeSet<>()).remove(action.key());
        put(operation, action);
    }

    private void put(String operation, PackageAction action) {
        byOperation.computeIfAbsent(operation, _ -> new TreeSet<>()).add(action.key());
    }

    /** One call for each kind of mark; without a time limit, since apt-mark starts dpkg. */
    List<Command> commands() {
        return byOperation.entrySet().stream()
                .filter(marks -> !marks.getValue().isEmpty())
                .map(marks -> Command.of(
                                "apt-mark",
                                Tools.withNames(
                                        List.of("-o", "DPkg::Lock::Timeout=60", marks.getKey()),
                                        List.copyOf(marks.getValue())))
                        .withoutLimit())
                .toList();
    }
}
