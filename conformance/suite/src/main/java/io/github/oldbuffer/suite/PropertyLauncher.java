package io.github.oldbuffer.suite;

import io.github.oldbuffer.suite.properties.ScenarioAbout;
import io.github.oldbuffer.suite.properties.Trial;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the properties of clauses on the JUnit Platform, silently and with nothing left to the user's configuration. */
final class PropertyLauncher {

    private static final Map<String, String> CONFIGURATION = Map.of(
            "jqwik.database", "",
            "jqwik.reporting.usejunitplatform", "true",
            "jqwik.reporting.onlyfailures", "true",
            "jqwik.failures.runfirst", "false",
            "jqwik.seeds.whenfixed", "ALLOW");

    private final Map<String, Method> properties = properties();

    /**
     * Runs the properties of clauses, in this order, on this thread.
     *
     * @throws IllegalStateException where a property failed for another reason than a deviation, a fault of the kit
     */
    void run(List<String> clauses, Trial trial) {
        if (clauses.isEmpty()) {
            return;
        }
        List<? extends DiscoverySelector> selectors = clauses.stream()
                .map(properties::get)
                .map(property -> DiscoverySelectors.selectMethod(KitSuite.class, property))
                .toList();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .filters(EngineFilter.includeEngines("jqwik"))
                .enableImplicitConfigurationParameters(false)
                .configurationParameters(CONFIGURATION)
                .build();
        FaultListener faults = new FaultListener();
        silently(() -> KitSuite.withTrial(trial, () -> launcher().execute(request, faults)));
        if (faults.properties() != clauses.size()) {
            throw new IllegalStateException("the kit could not run its own properties: " + faults.properties() + " of "
                    + clauses.size() + " ran");
        }
        Optional<Throwable> fault = faults.first();
        if (fault.isPresent()) {
            throw new IllegalStateException(
                    "a property of the kit failed by its own fault: " + fault.get(), fault.get());
        }
    }

    /** jqwik logs a line about its database at every launch; warnings still come through. */
    private static void silently(Runnable launch) {
        Logger jqwik = Logger.getLogger("net.jqwik");
        Level level = jqwik.getLevel();
        jqwik.setLevel(Level.WARNING);
        try {
            launch.run();
        } finally {
            jqwik.setLevel(level);
        }
    }

    private static Launcher launcher() {
        return LauncherFactory.create(LauncherConfig.builder()
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .build());
    }

    private static Map<String, Method> properties() {
        Map<String, Method> properties = new TreeMap<>();
        for (Method method : KitSuite.class.getMethods()) {
            if (method.getParameterCount() == 1) {
                ScenarioAbout about = method.getParameters()[0].getAnnotation(ScenarioAbout.class);
                if (about != null) {
                    properties.put(about.value(), method);
                }
            }
        }
        return properties;
    }
}
