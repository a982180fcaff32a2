package dev.twinsync.port;

/** Whether somebody asked twin to stop, as with Ctrl-C. */
public interface StopSignal {

    /**
     * From here on such a request does not end the process: what is under way is finished and written down, and nothing new
     * is begun.
     */
    void heed();

    boolean isRaised();
}
