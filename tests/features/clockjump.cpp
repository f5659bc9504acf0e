// SPDX-FileCopyrightText: 2026 The Krateyard authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Preloaded into a program, it moves the wall clock by as many seconds as stand in the file that
// KRATEYARD_CLOCK_JUMP names, and leaves the monotonic clock alone: what a correction of the clock
// does.

#include <cstdio>
#include <cstdlib>
#include <ctime>

#include <dlfcn.h>
#include <sys/time.h>

namespace {

long jump()
{
    const char *name = std::getenv("KRATEYARD_CLOCK_JUMP");
    auto *file = name == nullptr ? nullptr : std::fopen(name, "r");
    if (file == nullptr)
        return 0;
    char text[32] = {};
    const auto size = std::fread(text, 1, sizeof text - 1, file);
    std::fclose(file);
    return size == 0 ? 0 : std::strtol(text, nullptr, 10);
}

template<typename Function>
Function *next(const char *name)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {

int clock_gettime(clockid_t clock, timespec *time) noexcept
{
    static auto *const real = next<int(clockid_t, timespec *)>("clock_gettime");
    const int result = real(clock, time);
    if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)
        time->tv_sec += jump();
    return result;
}

int gettimeofday(timeval *time, void *zone) noexcept
{
    static auto *const real = next<int(timeval *, void *)>("gettimeofday");
    const int result = real(time, zone);
    time->tv_sec += jump();
    return result;
}

time_t time(time_t *out) noexcept
{
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    if (out != nullptr)
        *out = now.tv_sec;
    return now.tv_sec;
}

} // extern "C"
