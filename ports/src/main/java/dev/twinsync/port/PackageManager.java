package dev.twinsync.port;

import dev.twinsync.domain.packages.LivePackage;
import dev.twinsync.domain.packages.PackageAction;

/** The package manager: apt and dpkg on Debian. */
public interface PackageManager extends Backend<LivePackage, PackageAction> {}
