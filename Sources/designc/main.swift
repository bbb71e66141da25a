print("designc")
