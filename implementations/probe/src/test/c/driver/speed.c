/* How fast the probe is: many times, make a bytes of 16 bytes, call each function, drop it. */
#include "driver.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SCENARIOS = 5000, CAPACITY = 1 << 22 };

static struct text simple_batch(void)
{
    static const uint8_t scenario[] = {
        6, 0, 1, 0, 1, 16, 0, 0, 0, 0, 0, 0, 0, 7, 0, 2, 0, 0, 0, 0, 2, 1, 0, 0, 0, 2, 2, 0, 0, 0, 2, 3, 0, 0, 0, 11, 0};
    static const uint8_t header[] = {'O', 'B', 'S', 1};
    uint32_t scenarios = SCENARIOS;
    uint32_t length = sizeof(scenario);
    struct text text = {need(8 + scenarios * (4 + sizeof(scenario))), 8};
    memcpy(text.bytes, header, 4);
    memcpy(text.bytes + 4, &scenarios, 4);
    for (uint32_t i = 0; i < scenarios; i++) {
        memcpy(text.bytes + text.length, &length, 4);
        memcpy(text.bytes + text.length + 4, scenario, sizeof(scenario));
        text.length += 4 + sizeof(scenario);
    }
    return text;
}

void measure(const struct probe *probe, double seconds)
{
    struct text text = simple_batch();
    struct text area = new_area(CAPACITY);
    unsigned long done = 0;
    clock_t start = clock();
    double passed = 0;
    while (passed < seconds) {
        if (run_in_order(probe, &text, area.bytes, CAPACITY) != 0 || u32(area.bytes, 4) != SCENARIOS) {
            die("speed", "not every scenario ran");
        }
        done += SCENARIOS;
        passed = (double)(clock() - start) / CLOCKS_PER_SEC;
    }
    printf("%.0f scenarios a second of processor time\n", (double)done / passed);
    free(area.bytes);
    free(text.bytes);
}
