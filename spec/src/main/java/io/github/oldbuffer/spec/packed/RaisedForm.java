package io.github.oldbuffer.spec.packed;

import io.github.oldbuffer.spec.transcript.Raised;

/** An exception that was set, or none, in the packed form. */
final class RaisedForm {

    private RaisedForm() {}

    static void write(Writer out, Raised raised) {
        if (raised == null) {
            out.flag(false);
            return;
        }
        out.flag(true);
        out.flag(raised.typeError());
        out.text8(raised.type(), "type of the exception");
        out.text16(raised.message(), "message of the exception");
    }

    static Raised read(Reader in) throws MalformedException {
        if (!in.flag("flag before the exception")) {
            return null;
        }
        Raised known = in.raisedCache().find(in.bytes());
        if (known != null) {
            return known;
        }
        int start = in.position();
        boolean typeError = in.flag("flag typeError");
        String type = in.text8("type of the exception");
        Raised raised = new Raised(type, typeError, in.text16("message of the exception"));
        in.raisedCache().remember(in.bytes(), start, raised);
        return raised;
    }
}
