package dev.twinsync.cli;

import dev.twinsync.domain.containers.ContainerEngine;
import dev.twinsync.domain.desktop.DesktopBackend;
import dev.twinsync.port.ContainerRuntime;
import dev.twinsync.port.Crontab;
import dev.twinsync.port.Desktop;
import dev.twinsync.port.FileMirror;
import dev.twinsync.port.HomeAssistantFiles;
import dev.twinsync.port.InitSystem;
import dev.twinsync.port.Network;
import dev.twinsync.port.PackageManager;
import dev.twinsync.port.SupervisorHost;
import java.util.function.BooleanSupplier;

/** What a machine is made of, this one or another, as the user who works there sees and changes it. */
interface Components {

    /** @param isHere whether it is on the machine, as far as that can be told at a glance */
    record Engine(ContainerRuntime runtime, BooleanSupplier isHere) {}

    /** @param isHere as that of an {@link Engine} */
    record Settings(Desktop desktop, BooleanSupplier isHere) {}

    PackageManager packages();

    FileMirror files();

    InitSystem services();

    Engine containers(ContainerEngine engine);

    SupervisorHost supervisor();

    HomeAssistantFiles homeAssistant();

    /** Whether Home Assistant can be asked to read a part of its configuration again. */
    boolean reloads();

    Crontab crontab();

    Settings desktop(DesktopBackend backend);

    Network network();
}
