package io.github.oldbuffer.spec.consumer.judge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which rule judges which clause. */
final class ConsumerRules {

    /** In the order in which clauses are listed. */
    static final Map<String, ConsumerRule> BY_CLAUSE = all();

    private ConsumerRules() {}

    private static Map<String, ConsumerRule> all() {
        Map<String, ConsumerRule> rules = new LinkedHashMap<>();
        rules.put("USE-1", new SameBytesSameResult());
        rules.put("USE-2", new NothingOffered());
        rules.put("USE-3", new ScatteredMemory());
        rules.put("USE-4", new BytesNotItems());
        rules.put("USE-5", new FailingExporter());
        rules.put("USE-6", new ViewsReleased());
        rules.put("USE-7", new CountKept());
        rules.put("USE-8", new ReadOnlyKept());
        rules.put("USE-9", new InsideTheMemory());
        rules.put("USE-10", new EmptyMemory());
        rules.put("USE-11", new LengthNotCut());
        rules.put("USE-12", new FreeAgain());
        return Collections.unmodifiableMap(rules);
    }
}
