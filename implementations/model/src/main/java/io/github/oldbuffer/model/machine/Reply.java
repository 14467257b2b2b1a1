package io.github.oldbuffer.model.machine;

/**
 * What an exporter's getbuffer returned, and what it left in the view.
 *
 * @param code 0 where it granted the request, -1 where it refused; unlawful exporters return other values
 * @param view the view filled in; {@code null} where nothing of use was left in it
 */
public record Reply(int code, BufferView view) {

    /** A refusal that leaves nothing behind; the exception is the machine's business. */
    public static final Reply REFUSED = new Reply(-1, null);

    public static Reply granted(BufferView view) {
        return new Reply(0, view);
    }
}
