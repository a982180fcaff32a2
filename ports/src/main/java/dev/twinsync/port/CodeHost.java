package dev.twinsync.port;

/** A service that keeps repositories and says who may see them. */
public interface CodeHost {

    /** Who may see a repository. */
    sealed interface Visibility {

        record Private() implements Visibility {}

        record Public() implements Visibility {}

        /** No service that twin knows keeps it. */
        record NotKept() implements Visibility {}

        /** @param reason in words */
        record Unknown(String reason) implements Visibility {}
    }

    /** Whether there is a new repository. */
    sealed interface Created {

        /** @param address of one that was read back as private */
        record Made(RemoteAddress address) implements Created {}

        record Failed(String sentence) implements Created {}
    }

    Visibility visibility(RemoteAddress remote);

    /** Makes a private repository of who asks, and reads back that it is private. */
    Created create(String name);
}
