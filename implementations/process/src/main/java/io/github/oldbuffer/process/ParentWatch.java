package io.github.oldbuffer.process;

import java.io.IOException;

/**
 * Ends a worker whose kit is gone, even by SIGKILL, and even while native code loops.
 *
 * <p>A worker between batches sees the end of its input; one in native code does not read. The end of the parent is
 * what both show, and it can be seen without touching the stream that the other thread reads.
 */
final class ParentWatch implements Runnable {

    private static final int ORPHANED = 75;
    private static final long INTERVAL_MILLIS = 500;

    private final ProcessHandle parent;
    private final WorkerFolder folder;

    private ParentWatch(ProcessHandle parent, WorkerFolder folder) {
        this.parent = parent;
        this.folder = folder;
    }

    static void start(WorkerFolder folder) {
        ProcessHandle.current().parent().ifPresent(parent -> {
            Thread thread = new Thread(new ParentWatch(parent, folder), "oldbuffer-parent-watch");
            thread.setDaemon(true);
            thread.start();
        });
    }

    @Override
    public void run() {
        try {
            while (parent.isAlive()) {
                Thread.sleep(INTERVAL_MILLIS);
            }
            folder.delete();
        } catch (IOException e) {
            System.err.println("The folder " + folder.path() + " could not be deleted: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(ORPHANED);
    }
}
