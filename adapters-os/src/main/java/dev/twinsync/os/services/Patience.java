package dev.twinsync.os.services;

/** Time, as it passes for systemd. */
interface Patience {

    /** Why twin stopped waiting where {@link #pause} was interrupted. */
    String INTERRUPTED = "twin was interrupted; systemd goes on with it";

    Patience OF_THIS_PROCESS = new Patience() {
        /** On Linux this is the clock of the monotonic times that systemd tells. */
        @Override
        public long micros() {
            return System.nanoTime() / 1000;
        }

        @Override
        public boolean pause(long millis) {
            try {
                Thread.sleep(millis);
                return true;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    };

    /** In microseconds, from the start of the machine. */
    long micros();

    /** False: somebody interrupted it. */
    boolean pause(long millis);
}
