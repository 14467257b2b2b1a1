package io.github.oldbuffer.reports.json;

import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.github.oldbuffer.reports.results.Attached;
import io.github.oldbuffer.reports.results.Command;
import io.github.oldbuffer.reports.results.Coverage;
import io.github.oldbuffer.reports.results.Evidence;
import io.github.oldbuffer.reports.results.Filed;
import io.github.oldbuffer.reports.results.Met;
import io.github.oldbuffer.reports.results.Run;
import io.github.oldbuffer.reports.results.Shown;
import io.github.oldbuffer.reports.results.Strength;
import java.util.Set;

/** Every field is required but those that came after the first results were written: old files stay readable. */
final class AddedLater extends JacksonAnnotationIntrospector {

    /** Their types, which no other field has. */
    static final Set<Class<?>> TYPES = Set.of(
            Evidence.class,
            Run.Measured.class,
            Command.class,
            Strength.class,
            Filed.class,
            Met.class,
            Shown.class,
            Coverage.class,
            Attached.class);

    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasRequiredMarker(AnnotatedMember member) {
        return !TYPES.contains(member.getRawType());
    }
}
